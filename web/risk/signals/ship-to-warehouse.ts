import { placeSignal, placeWords } from '../place-words.ts';

export const shipToWarehouse = placeSignal({
  id: 'ship-to-warehouse',
  points: 15,
  pattern: placeWords.warehouse,
  text: {
    ja: {
      name: '倉庫宛',
      reason: 'お届け先が倉庫や物流拠点のようです。',
      caution: '法人や物流代行の会社もあります。',
    },
    en: {
      name: 'Warehouse',
      reason: 'Ship-to looks like a warehouse.',
      caution: 'Companies and fulfilment houses receive goods there.',
    },
  },
});
