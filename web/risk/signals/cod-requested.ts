import { judged } from '../known.ts';
import { isCod } from '../payment-kind.ts';
import type { Signal } from '../signal.ts';

export const codRequested: Signal = {
  id: 'cod-requested',
  group: 'payment',
  points: 5,
  checkItem: 'P1',
  counts: true,
  text: {
    ja: {
      name: '代引き',
      reason: '代金引換の注文です。',
      caution: 'カードを持たない方には大切な支払い方法です。',
    },
    en: {
      name: 'COD',
      reason: 'Cash on delivery.',
      caution: 'People without a card depend on it.',
    },
  },
  judge(evidence) {
    return judged(isCod(evidence), ['gateway']);
  },
};
