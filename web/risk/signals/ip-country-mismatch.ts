import { judged } from '../known.ts';
import type { Signal } from '../signal.ts';

/** The country of the address is looked up elsewhere; where nobody did, it is not known. */
export const ipCountryMismatch: Signal = {
  id: 'ip-country-mismatch',
  group: 'ip',
  points: 12,
  checkItem: 'ip',
  counts: true,
  text: {
    ja: {
      name: '海外からの接続',
      reason: '注文した端末の接続元が国内ではありません（{cc}）。',
      caution: '旅行中や、通信を中継するサービスのこともあります。',
    },
    en: {
      name: 'Ordered from abroad',
      reason: 'The order came from a network in {cc}.',
      caution: 'Travellers, and relay services.',
    },
  },
  judge(evidence) {
    const cc = evidence.order.ipCountry?.trim().toUpperCase();
    const home = evidence.shop.homeCountry ?? 'JP';
    const shipping = evidence.order.shipping?.countryCode?.toUpperCase();
    return judged(cc ? cc !== home && cc !== shipping : undefined, ['ip'], () => ({
      cc: cc ?? '',
    }));
  },
};
