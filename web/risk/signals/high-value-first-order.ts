import { currencyOf, isHighValue, money } from '../amounts.ts';
import { isFirstOrder } from '../customer-history.ts';
import { allOf, judged } from '../known.ts';
import type { Signal } from '../signal.ts';

export const highValueFirstOrder: Signal = {
  id: 'high-value-first-order',
  group: 'contents',
  points: 8,
  checkItem: 'high-value-first-order',
  counts: false,
  text: {
    ja: {
      name: '初回で高額',
      reason: '初めてのお客様の高額注文です（{total}）。',
      caution: '贈り物の時期には、初めての方の高額注文が増えます。',
    },
    en: {
      name: 'First order, high value',
      reason: 'A high-value order ({total}) from a first-time customer.',
      caution: 'In gift seasons first-time customers spend more.',
    },
  },
  judge(evidence) {
    const condition = allOf(isHighValue(evidence), isFirstOrder(evidence));
    return judged(condition, ['total', 'history'], () => ({
      total: money(evidence.order.total ?? 0, currencyOf(evidence)),
    }));
  },
};
