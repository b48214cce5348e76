import { refusalMonths, refusalsOf } from '../customer-history.ts';
import { allOf, anyOf, judged } from '../known.ts';
import { numberOf, type SignalParameter } from '../parameter.ts';
import { isCod } from '../payment-kind.ts';
import type { Signal } from '../signal.ts';

const anyPayment: SignalParameter = {
  key: 'anyPayment',
  ja: '代引き以外の注文でも該当とする回数',
  en: 'Refusals from which orders paid otherwise hit, too',
  ...{ unit: 'times', min: 1, max: 20, default: 2 },
};

export const codRefusalHistory: Signal = {
  id: 'cod-refusal-history',
  group: 'payment',
  points: 30,
  checkItem: 'cod-history',
  counts: true,
  floor: 'caution',
  parameters: [refusalMonths, anyPayment],
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
    const n = refusalsOf(evidence);
    if (n === undefined) return judged(undefined, ['history']);
    return judged(
      anyOf(n >= numberOf(anyPayment, evidence), allOf(n >= 1, isCod(evidence))),
      ['gateway'],
      () => ({ n }),
    );
  },
};
