import { judged } from '../known.ts';
import { shippingCheckOf } from '../places.ts';
import type { Signal } from '../signal.ts';

export const postalCodeUnknown: Signal = {
  id: 'postal-code-unknown',
  group: 'address',
  points: 4,
  checkItem: 'postal-code-unknown',
  counts: false,
  text: {
    ja: {
      name: '見当たらない郵便番号',
      reason: '郵便番号{zip}が見当たりません。',
      caution: '新しい番号のことがあります。',
    },
    en: {
      name: 'Unknown postal code',
      reason: 'Postal code {zip} is not in the table.',
      caution: 'It may be new.',
    },
  },
  judge(evidence) {
    const check = shippingCheckOf(evidence);
    if (check === null) return judged(false, []);
    const result = check?.postalCode ?? undefined;
    return judged(result && result === 'not-found', ['shipping'], () => ({
      zip: evidence.order.shipping?.zip ?? '',
    }));
  },
};
