import { disputeMonths, disputesOf } from '../customer-history.ts';
import { judged } from '../known.ts';
import type { Signal } from '../signal.ts';

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
    const n = disputesOf(evidence);
    return judged(n === undefined ? undefined : n > 0, ['history'], () => ({ n: n ?? 0 }));
  },
};
