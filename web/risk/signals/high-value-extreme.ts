import { amountOf, currencyOf, extremeZ, money } from '../amounts.ts';
import { judged } from '../known.ts';
import type { Signal } from '../signal.ts';

export const highValueExtreme: Signal = {
  id: 'high-value-extreme',
  group: 'contents',
  points: 18,
  checkItem: 'O1',
  counts: true,
  parameters: [extremeZ],
  text: {
    ja: {
      name: '極端に高額',
      reason: '合計{total}は、当店の過去の注文を大きく超えています（目安{limit}超）。',
      caution: '特注や法人のまとめ買いもあります。',
    },
    en: {
      name: 'Extremely high value',
      reason: 'The total of {total} is far beyond this shop’s past orders (usual limit {limit}).',
      caution: 'It may be a custom order or a company buying in bulk.',
    },
  },
  judge(evidence) {
    const amount = amountOf(evidence);
    const missing = evidence.order.total === undefined ? 'total' : 'statistics';
    return judged(amount && amount.size === 'extreme', [missing], () => ({
      total: money(evidence.order.total ?? 0, currencyOf(evidence)),
      limit: money(Math.round(amount?.limit ?? 0), currencyOf(evidence)),
    }));
  },
};
