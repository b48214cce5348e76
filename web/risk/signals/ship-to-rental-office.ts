import { placeSignal, placeWords } from '../place-words.ts';

export const shipToRentalOffice = placeSignal({
  id: 'ship-to-rental-office',
  points: 14,
  pattern: placeWords.rentalOffice,
  text: {
    ja: {
      name: 'レンタルオフィス宛',
      reason: 'レンタルオフィスや貸しスタジオのようです。',
      caution: '個人事業の方や新しい会社も使います。',
    },
    en: {
      name: 'Rental office',
      reason: 'Ship-to looks like a rental office or studio.',
      caution: 'Freelancers and start-ups use them.',
    },
  },
});
