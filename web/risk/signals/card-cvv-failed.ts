import { cardOf, readSecurityCode } from '../cards.ts';
import { judged } from '../known.ts';
import type { Signal } from '../signal.ts';

/** A code that was not checked (P, S, U, X) is not known; it neither alarms nor reassures. */
export const cardCvvFailed: Signal = {
  id: 'card-cvv-failed',
  group: 'card',
  points: 20,
  checkItem: 'P2',
  counts: true,
  text: {
    ja: {
      name: 'セキュリティコード不一致',
      reason: 'カードのセキュリティコードが一致しません。',
      caution: '打ち間違いのこともあります。',
    },
    en: {
      name: 'Wrong security code',
      reason: 'The card’s security code did not match.',
      caution: 'It may be a slip.',
    },
  },
  judge(evidence) {
    const card = cardOf(evidence);
    if (!card) return judged(card === null ? false : undefined, ['cvv']);
    const result = readSecurityCode(card.cvv);
    const isKnown = result === 'failed' || result === 'matched';
    return judged(isKnown ? result === 'failed' : undefined, ['cvv']);
  },
};
