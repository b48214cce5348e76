import { judged } from '../known.ts';
import type { Signal } from '../signal.ts';

export const shopifyRiskMedium: Signal = {
  id: 'shopify-risk-medium',
  group: 'card',
  points: 12,
  checkItem: 'P2',
  counts: true,
  text: {
    ja: {
      name: 'Shopifyの不正解析：中',
      reason: 'Shopifyの不正解析が「中」です。',
      caution: 'カードの注文だけを見た判定です。',
    },
    en: {
      name: 'Shopify fraud analysis: medium',
      reason: 'Shopify’s own fraud analysis says medium.',
      caution: 'It looks at card payments only.',
    },
  },
  judge(evidence) {
    const risk = evidence.order.shopifyRisk;
    return judged(risk === undefined ? undefined : risk === 'MEDIUM', ['shopify-risk']);
  },
};
