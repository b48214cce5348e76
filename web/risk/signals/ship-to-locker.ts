import { placeSignal, placeWords } from '../place-words.ts';

export const shipToLocker = placeSignal({
  id: 'ship-to-locker',
  points: 8,
  pattern: placeWords.locker,
  text: {
    ja: {
      name: '宅配ロッカー宛',
      reason: '住所欄が宅配ロッカー・宅配ボックスでの受け取りになっています。',
      caution: '日中不在の方が使います。',
    },
    en: {
      name: 'Parcel locker',
      reason: 'The address lines name a parcel locker or box.',
      caution: 'Used by people who are out all day.',
    },
  },
});
