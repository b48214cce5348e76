import { judged } from '../known.ts';
import type { Signal } from '../signal.ts';

export const shopifyRiskHigh: Signal = {
  id: 'shopify-risk-high',
  group: 'card',
  points: 30,
  checkItem: 'P2',
  counts: true,
  floor: 'caution',
  text: {
    ja: {
      name: 'Shopifyの不正解析：高',
      reason: 'Shopifyの不正解析が「高」です。',
      caution: 'カードの注文だけを見た判定です。',
    },
    en: {
      name: 'Shopify fraud analysis: high',
      reason: 'Shopify’s own fraud analysis says high.',
      caution: 'It looks at card payments only.',
    },
  },
  judge(evidence) {
    const risk = evidence.order.shopifyRisk;
    return judged(risk === undefined ? undefined : risk === 'HIGH', ['shopify-risk']);
  },
};
