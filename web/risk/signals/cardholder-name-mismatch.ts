import { judgeCardholder } from '../names.ts';
import type { Signal } from '../signal.ts';

export const cardholderNameMismatch: Signal = {
  id: 'cardholder-name-mismatch',
  group: 'card',
  points: 20,
  checkItem: 'P2',
  counts: true,
  text: {
    ja: {
      name: 'カード名義の不一致',
      reason: 'カード名義「{card}」が、ご注文者のお名前「{name}」と一致しません。',
      caution: '会社のカード、旧姓、通称のことがあります。',
    },
    en: {
      name: 'Another name on the card',
      reason: 'The name on the card, “{card}”, does not agree with the orderer’s, “{name}”.',
      caution: 'Company cards, maiden names and nicknames exist.',
    },
  },
  judge: (evidence) => judgeCardholder(evidence, 'other'),
};
