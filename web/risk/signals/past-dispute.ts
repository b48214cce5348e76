import { judged } from '../known.ts';
import type { SignalParameter } from '../parameter.ts';
import type { Signal } from '../signal.ts';

/** How far back disputes count: those who read the history ask for it. */
export const disputeMonths: SignalParameter = {
  key: 'lookbackMonths',
  ja: '何か月前までのチャージバックを見るか',
  en: 'Chargebacks of so many months back',
  ...{ unit: 'months', min: 1, max: 120, default: 24 },
};

export const pastDispute: Signal = {
  id: 'past-dispute',
  group: 'list',
  points: 40,
  checkItem: 'fraud-list',
  counts: true,
  floor: 'high',
  parameters: [disputeMonths],
  text: {
    ja: {
      name: 'チャージバック歴',
      reason: '過去の注文でチャージバックが{n}件ありました。',
      caution:
        'お店の主張が認められた件や問い合わせだけの件は数えません。ご家族が同じ住所を使うこともあります。',
    },
    en: {
      name: 'Past chargeback',
      reason: 'Earlier orders ended in {n} chargeback(s).',
      caution:
        'Disputes that the shop won, and mere inquiries, do not count. Families share an address.',
    },
  },
  judge(evidence) {
    const n = evidence.history.disputes;
    return judged(n === undefined ? undefined : n > 0, ['history'], () => ({ n: n ?? 0 }));
  },
};
