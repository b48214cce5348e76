import { isFirstOrder } from '../customer-history.ts';
import { judged } from '../known.ts';
import type { Signal } from '../signal.ts';

export const firstOrder: Signal = {
  id: 'first-order',
  group: 'weak',
  points: 3,
  checkItem: 'K6',
  counts: true,
  text: {
    ja: {
      name: '初回',
      reason: '当店での注文が初めてのお客様です。',
      caution: '新しいお店では、ほとんどのお客様が初回です。',
    },
    en: {
      name: 'First order',
      reason: 'The customer’s first order in this shop.',
      caution: 'In a new shop nearly everybody is new.',
    },
  },
  judge(evidence) {
    return judged(isFirstOrder(evidence), ['history']);
  },
};
