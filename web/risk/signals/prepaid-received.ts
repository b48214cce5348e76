import { allOf, judged } from '../known.ts';
import { paymentOf } from '../payment-kind.ts';
import type { Signal } from '../signal.ts';

export const prepaidReceived: Signal = {
  id: 'prepaid-received',
  group: 'reassurance',
  points: -15,
  checkItem: 'prepaid-received',
  counts: false,
  text: {
    ja: {
      name: '前払い入金済み',
      reason: '前払いの入金が確認できています。',
      caution: '入金した方がご本人とは限りません。',
    },
    en: {
      name: 'Prepayment received',
      reason: 'The prepayment has arrived.',
      caution: 'Who paid is not known.',
    },
  },
  judge(evidence) {
    const payment = paymentOf(evidence);
    const isPrepaid = payment === null ? false : payment?.prepaid;
    return judged(allOf(isPrepaid, evidence.order.paid), ['gateway']);
  },
};
