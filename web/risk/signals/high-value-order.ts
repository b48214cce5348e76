import { amountOf, currencyOf, highZ, money, smallestHighYen } from '../amounts.ts';
import { judged } from '../known.ts';
import type { Signal } from '../signal.ts';

/** Fires alone: an order that is extreme is left to high-value-extreme. */
export const highValueOrder: Signal = {
  id: 'high-value-order',
  group: 'contents',
  points: 10,
  checkItem: 'O1',
  counts: true,
  parameters: [highZ, smallestHighYen],
  text: {
    ja: {
      name: '高額',
      reason: '合計{total}は、当店のいつもの注文より高額です（目安{limit}超）。',
      caution: 'セールや年末年始、法人の注文では金額が上がります。',
    },
    en: {
      name: 'High value',
      reason: 'The total of {total} is high for this shop (over {limit}).',
      caution: 'Sales, the New Year season and companies raise totals.',
    },
  },
  judge(evidence) {
    const amount = amountOf(evidence);
    const missing = evidence.order.total === undefined ? 'total' : 'statistics';
    return judged(amount && amount.size === 'high', [missing], () => ({
      total: money(evidence.order.total ?? 0, currencyOf(evidence)),
      limit: money(Math.round(amount?.limit ?? 0), currencyOf(evidence)),
    }));
  },
};
