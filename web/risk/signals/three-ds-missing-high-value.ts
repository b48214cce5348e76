import { isHighValue } from '../amounts.ts';
import { cardOf, is3dsAuthenticated } from '../cards.ts';
import { allOf, judged } from '../known.ts';
import type { Signal } from '../signal.ts';

export const threeDsMissingHighValue: Signal = {
  id: 'three-ds-missing-high-value',
  group: 'payment',
  points: 5,
  checkItem: 'three-ds-missing-high-value',
  counts: false,
  text: {
    ja: {
      name: '高額で本人認証なし',
      reason: '高額のカード決済ですが、本人認証サービス（3Dセキュア）を通っていません。',
      caution: 'カード会社の判断で省かれることがあります。',
    },
    en: {
      name: 'No 3-D Secure, high value',
      reason: 'A high-value card payment without 3-D Secure.',
      caution: 'Issuers may skip it.',
    },
  },
  judge(evidence) {
    if (cardOf(evidence) === null) return judged(false, []);
    const passed = is3dsAuthenticated(evidence);
    const condition = allOf(isHighValue(evidence), passed === undefined ? undefined : !passed);
    return judged(condition, ['card', 'total']);
  },
};
