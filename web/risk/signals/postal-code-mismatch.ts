import { judged } from '../known.ts';
import { shippingCheckOf } from '../places.ts';
import type { Signal } from '../signal.ts';

export const postalCodeMismatch: Signal = {
  id: 'postal-code-mismatch',
  group: 'address',
  points: 12,
  checkItem: 'V2',
  counts: true,
  text: {
    ja: {
      name: '郵便番号と住所の不一致',
      reason: '郵便番号{zip}（{area:area}）と住所が合いません。',
      caution: '合併や区の再編で、古い表記のままの方もいます。',
    },
    en: {
      name: 'Postal code mismatch',
      reason: 'Postal code {zip} ({area:area}) does not fit the address.',
      caution: 'Mergers of cities leave old spellings in use.',
    },
  },
  judge(evidence) {
    const check = shippingCheckOf(evidence);
    if (check === null) return judged(false, []);
    const result = check?.postalCode ?? undefined;
    return judged(result && (result === 'differs' || result === 'malformed'), ['shipping'], () => ({
      zip: evidence.order.shipping?.zip ?? '',
      area: check?.areas[0] ? `${check.areas[0].prefecture}:${check.areas[0].city}` : '',
    }));
  },
};
