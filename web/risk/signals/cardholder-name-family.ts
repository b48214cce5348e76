import { judgeCardholder } from '../names.ts';
import type { Signal } from '../signal.ts';

export const cardholderNameFamily: Signal = {
  id: 'cardholder-name-family',
  group: 'card',
  points: 5,
  checkItem: 'P2',
  counts: false,
  text: {
    ja: {
      name: 'カード名義は同姓の別のお名前',
      reason: 'カード名義「{card}」は、ご注文者「{name}」と同じ姓の別のお名前です。',
      caution: 'ご家族のカードはよく使われます。',
    },
    en: {
      name: 'Same family name on the card',
      reason: 'The card’s name, “{card}”, shares only the family name with “{name}”.',
      caution: 'People often pay with a card of their family.',
    },
  },
  judge: (evidence) => judgeCardholder(evidence, 'family'),
};
