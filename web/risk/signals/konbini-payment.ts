import { judged } from '../known.ts';
import { paymentOf } from '../payment-kind.ts';
import type { Signal } from '../signal.ts';

export const konbiniPayment: Signal = {
  id: 'konbini-payment',
  group: 'weak',
  points: 2,
  checkItem: 'konbini-payment',
  counts: false,
  text: {
    ja: {
      name: 'コンビニ払い',
      reason: 'コンビニ払いの注文です。',
      caution: '先払いなら、入金後は心配ありません。',
    },
    en: {
      name: 'Convenience store',
      reason: 'Paid at a convenience store.',
      caution: 'Prepaid: safe once the money has arrived.',
    },
  },
  judge(evidence) {
    const payment = paymentOf(evidence);
    return judged(payment === null ? false : payment?.konbini, ['gateway']);
  },
};
