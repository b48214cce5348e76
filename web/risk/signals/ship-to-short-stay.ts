import { placeSignal, placeWords } from '../place-words.ts';

export const shipToShortStay = placeSignal({
  id: 'ship-to-short-stay',
  points: 18,
  pattern: placeWords.shortStay,
  words: 'shortStay',
  text: {
    ja: {
      name: '短期滞在型の住居',
      reason: '短期滞在型（ウィークリー・マンスリー）の住居のようです。',
      caution: '出張や引っ越しの途中の方もいます。',
    },
    en: {
      name: 'Short-stay flat',
      reason: 'Ship-to looks like a short-stay apartment.',
      caution: 'People travel for work, or are moving.',
    },
  },
});
