import { allOf, anyOf, judged } from '../known.ts';
import { isCod } from '../payment-kind.ts';
import type { Signal } from '../signal.ts';

export const codRefusalHistory: Signal = {
  id: 'cod-refusal-history',
  group: 'payment',
  points: 30,
  checkItem: 'cod-history',
  counts: true,
  floor: 'caution',
  text: {
    ja: {
      name: '受取拒否の履歴',
      reason: '過去に受取拒否・長期不在が{n}回あります。',
      caution: '配送の都合や入院などのこともあります。',
    },
    en: {
      name: 'Refused before',
      reason: '{n} earlier parcels were refused or unclaimed.',
      caution: 'Carriers make mistakes; people fall ill.',
    },
  },
  judge(evidence) {
    const n = evidence.history.codRefusals;
    if (n === undefined) return judged(undefined, ['history']);
    return judged(anyOf(n >= 2, allOf(n >= 1, isCod(evidence))), ['gateway'], () => ({ n }));
  },
};
