import { areaReadingOf } from '../area-codes.ts';
import { judged } from '../known.ts';
import type { Signal } from '../signal.ts';

export const landlineAreaMatch: Signal = {
  id: 'landline-area-match',
  group: 'reassurance',
  points: -4,
  checkItem: 'landline-area-match',
  counts: false,
  text: {
    ja: {
      name: '固定電話と住所が一致',
      reason: '固定電話の市外局番が住所と合っています（{area}）。',
      caution: '番号は公開されていることもあります。',
    },
    en: {
      name: 'Landline fits',
      reason: 'The landline’s area code fits the address ({area}).',
      caution: 'Numbers can be public.',
    },
  },
  judge(evidence) {
    const reading = areaReadingOf(evidence);
    return judged(reading?.fitsShipping, ['phone', 'shipping'], () => ({
      area: reading?.areaCode ?? '',
    }));
  },
};
