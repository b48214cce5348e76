import { placeSignal, placeWords } from '../place-words.ts';

export const shipToHotel = placeSignal({
  id: 'ship-to-hotel',
  points: 8,
  pattern: placeWords.hotel,
  words: 'hotels',
  text: {
    ja: {
      name: 'ホテル・民泊宛',
      reason: 'ホテルや民泊宛のお届けです。',
      caution: '旅行中の方や、会社名に「ホテル」が付くこともあります。',
    },
    en: {
      name: 'Hotel',
      reason: 'Ship-to is a hotel or a vacation rental.',
      caution: 'Travellers; or a company with hotel in its name.',
    },
  },
});
