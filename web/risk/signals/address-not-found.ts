import { anyOf, judged } from '../known.ts';
import { shippingCheckOf } from '../places.ts';
import type { Signal } from '../signal.ts';

export const addressNotFound: Signal = {
  id: 'address-not-found',
  group: 'address',
  points: 10,
  checkItem: 'V2',
  counts: true,
  text: {
    ja: {
      name: '住所が見つからない',
      reason: '市区町村または郵便番号が見つかりません。地図で実在を確認してください。',
      caution: '新しい住所や、古い町名のことがあります。番地の有無までは分かりません。',
    },
    en: {
      name: 'Address not found',
      reason: 'The city or the postal code was not found. Look at a map.',
      caution: 'It may be new, or an old name. House numbers cannot be looked up.',
    },
  },
  judge(evidence) {
    const check = shippingCheckOf(evidence);
    if (!check) return judged(check === null ? false : undefined, ['shipping']);
    const cityIsMissing = check.cityFound === null ? undefined : !check.cityFound;
    return judged(anyOf(cityIsMissing, check.postalCode === 'not-found'), ['shipping']);
  },
};
