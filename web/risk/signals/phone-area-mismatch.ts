import { areaReadingOf } from '../area-codes.ts';
import { judged } from '../known.ts';
import type { Signal } from '../signal.ts';

/** Fires if the landline fits neither the shipping nor the billing prefecture, nor a neighbour of them. */
export const phoneAreaMismatch: Signal = {
  id: 'phone-area-mismatch',
  group: 'phone',
  points: 10,
  checkItem: 'V7',
  counts: true,
  text: {
    ja: {
      name: '市外局番と住所の不一致',
      reason: '市外局番{area}（{areaPref:pref}）と住所（{pref:pref}）が合いません。',
      caution: '本社の番号や、引っ越した方のこともあります。',
    },
    en: {
      name: 'Area code mismatch',
      reason: 'Area code {area} ({areaPref:pref}) does not fit the address ({pref:pref}).',
      caution: 'Head offices, and people who moved.',
    },
  },
  judge(evidence) {
    const reading = areaReadingOf(evidence);
    return judged(reading?.differs, ['phone', 'shipping'], () => ({
      area: reading?.areaCode ?? '',
      areaPref: reading?.areaPrefectures.join(',') ?? '',
      pref: String(reading?.prefecture ?? ''),
    }));
  },
};
