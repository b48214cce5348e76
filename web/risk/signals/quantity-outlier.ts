import { costlyPieces, quantityOf, usualLine, usualPieces } from '../contents.ts';
import { judged } from '../known.ts';
import type { Signal } from '../signal.ts';

export const quantityOutlier: Signal = {
  id: 'quantity-outlier',
  group: 'contents',
  points: 8,
  checkItem: 'O2',
  counts: true,
  parameters: [usualLine, usualPieces, costlyPieces],
  text: {
    ja: {
      name: '数量が多い',
      reason: '数量が普段より多い注文です（{n}点）。',
      caution: '消耗品のまとめ買いや法人の注文では多くなります。',
    },
    en: {
      name: 'Large quantity',
      reason: 'An unusually large quantity ({n}).',
      caution: 'Consumables and companies: quantities are larger.',
    },
  },
  judge(evidence) {
    const reading = quantityOf(evidence);
    return judged(reading?.isOutlier, ['items'], () => ({ n: reading?.quantity ?? 0 }));
  },
};
