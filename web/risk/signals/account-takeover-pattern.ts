import { looksTakenOver, regularOrders } from '../customer-history.ts';
import { judged } from '../known.ts';
import type { Signal } from '../signal.ts';

export const accountTakeoverPattern: Signal = {
  id: 'account-takeover-pattern',
  group: 'velocity',
  points: 18,
  checkItem: 'ato',
  counts: true,
  parameters: [regularOrders],
  text: {
    ja: {
      name: 'いつもと違う常連',
      reason: '常連のお客様ですが、届け先や接続元がいつもと大きく異なります。',
      caution: '引っ越しや旅行かもしれません。以前から登録されている連絡先で確認してください。',
    },
    en: {
      name: 'Regular, but different',
      reason: 'A regular customer, but ship-to and origin are very different.',
      caution: 'They may have moved. Ask by the contact details on file from before.',
    },
  },
  judge(evidence) {
    return judged(looksTakenOver(evidence), ['history', 'total']);
  },
};
