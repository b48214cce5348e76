import { cardOf } from '../cards.ts';
import { judged } from '../known.ts';
import { numberOf, type SignalParameter } from '../parameter.ts';
import type { Signal } from '../signal.ts';

const attempts: SignalParameter = {
  key: 'attempts',
  ja: '失敗した決済がこの回数から該当',
  en: 'From so many failed attempts',
  ...{ unit: 'times', min: 1, max: 20, default: 3 },
};

export const cardMultipleAttempts: Signal = {
  id: 'card-multiple-attempts',
  group: 'card',
  points: 12,
  checkItem: 'P2',
  counts: true,
  parameters: [attempts],
  text: {
    ja: {
      name: 'カード決済の失敗が多い',
      reason: 'カード決済が{n}回失敗しています。',
      caution: '打ち間違いや限度額のこともあります。',
    },
    en: {
      name: 'Many failed attempts',
      reason: '{n} card attempts failed.',
      caution: 'Slips, or a limit that was reached.',
    },
  },
  judge(evidence) {
    const card = cardOf(evidence);
    if (card === null) return judged(false, []);
    const n = card?.failedAttempts;
    return judged(
      n === undefined ? undefined : n >= numberOf(attempts, evidence),
      ['card'],
      () => ({ n: n ?? 0 }),
    );
  },
};
