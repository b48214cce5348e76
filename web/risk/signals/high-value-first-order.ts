import { currencyOf, inYen, isHighValue, money } from '../amounts.ts';
import { isFirstOrder } from '../customer-history.ts';
import { allOf, judged } from '../known.ts';
import { numberOf, type SignalParameter } from '../parameter.ts';
import type { Signal } from '../signal.ts';

const smallest: SignalParameter = {
  key: 'minAmount',
  ja: 'この金額未満は見ない',
  en: 'Not looked at below this amount',
  ...{ unit: 'yen', min: 0, max: 10_000_000, default: 0 },
};

export const highValueFirstOrder: Signal = {
  id: 'high-value-first-order',
  group: 'contents',
  points: 8,
  checkItem: 'high-value-first-order',
  counts: false,
  parameters: [smallest],
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
    const total = inYen(evidence, evidence.order.total);
    const isSmall = total !== undefined && total < numberOf(smallest, evidence);
    const condition = allOf(!isSmall, isHighValue(evidence), isFirstOrder(evidence));
    return judged(condition, ['total', 'history'], () => ({
      total: money(evidence.order.total ?? 0, currencyOf(evidence)),
    }));
  },
};
