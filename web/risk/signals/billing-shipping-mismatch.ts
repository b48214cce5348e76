import { judged } from '../known.ts';
import { isShippedElsewhere } from '../separate-shipping.ts';
import type { Signal } from '../signal.ts';

export const billingShippingMismatch: Signal = {
  id: 'billing-shipping-mismatch',
  group: 'weak',
  points: 4,
  checkItem: 'billing-shipping-mismatch',
  counts: false,
  text: {
    ja: {
      name: 'お届け先が別住所',
      reason: 'ご注文者の住所とお届け先が異なります。',
      caution: '日本では贈り物でよくあります。',
    },
    en: {
      name: 'Different ship-to',
      reason: 'The billing and the shipping address differ.',
      caution: 'Gifts are common in Japan.',
    },
  },
  judge(evidence) {
    const missing = evidence.order.billing ? 'shipping' : 'billing';
    return judged(isShippedElsewhere(evidence), [missing]);
  },
};
