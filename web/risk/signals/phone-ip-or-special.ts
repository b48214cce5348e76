import { phonesOf, validPhones } from '../contacts.ts';
import { judged } from '../known.ts';
import type { Signal } from '../signal.ts';

const special: ReadonlySet<string> = new Set(['ip', 'toll-free', 'nationwide', 'pager', 'premium']);

/** A landline beside it can be placed: then it says nothing. */
export const phoneIpOrSpecial: Signal = {
  id: 'phone-ip-or-special',
  group: 'phone',
  points: 6,
  checkItem: 'K3',
  counts: true,
  text: {
    ja: {
      name: 'IP電話・特殊番号',
      reason: '所在の分かりにくい番号です（{kinds:phone}）。',
      caution: '050番号は小さな会社でもよく使います。',
    },
    en: {
      name: 'IP or special number',
      reason: 'A number that is hard to place ({kinds:phone}).',
      caution: '050 numbers are popular with small firms.',
    },
  },
  judge(evidence) {
    const phones = phonesOf(evidence);
    const valid = validPhones(phones ?? []);
    const found = valid.map(({ kind }) => kind).filter((kind) => special.has(kind));
    const condition = found.length > 0 && valid.every(({ kind }) => kind !== 'landline');
    return judged(phones && condition, ['phone'], () => ({ kinds: [...new Set(found)].join(',') }));
  },
};
