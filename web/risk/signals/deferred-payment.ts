import { judged } from '../known.ts';
import { paymentOf } from '../payment-kind.ts';
import type { Signal } from '../signal.ts';

export const deferredPayment: Signal = {
  id: 'deferred-payment',
  group: 'payment',
  points: 5,
  checkItem: 'deferred-payment',
  counts: false,
  text: {
    ja: {
      name: '後払い',
      reason: '後払いの注文です。',
      caution: '保証付きの後払いなら、お店の負担にはなりません。',
    },
    en: {
      name: 'Pay later',
      reason: 'Deferred payment.',
      caution: 'Guaranteed kinds carry no risk for the shop.',
    },
  },
  judge(evidence) {
    const payment = paymentOf(evidence);
    return judged(payment === null ? false : payment?.deferred, ['gateway']);
  },
};
