import { staffSignal } from '../staff-signal.ts';

export const staffUnnaturalGift = staffSignal({
  id: 'staff-unnatural-gift',
  points: 8,
  checkItem: 'V9',
  text: {
    ja: {
      name: '贈り物として珍しい',
      reason: '贈り物としては珍しい注文です。',
      caution: '人の好みはさまざまです。',
    },
    en: { name: 'Unusual gift', reason: 'Unusual as a gift.', caution: 'Tastes differ.' },
  },
});
