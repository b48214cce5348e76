import { phonesOf } from '../contacts.ts';
import { judged } from '../known.ts';
import type { Signal } from '../signal.ts';

export const phoneMissing: Signal = {
  id: 'phone-missing',
  group: 'phone',
  points: 6,
  checkItem: 'K3',
  counts: true,
  text: {
    ja: {
      name: '電話番号なし',
      reason: '電話番号がありません。',
      caution: 'チェックアウトの設定で電話番号を必須にできます。',
    },
    en: {
      name: 'No phone',
      reason: 'There is no phone number.',
      caution: 'Checkout settings can make it required.',
    },
  },
  judge(evidence) {
    const phones = phonesOf(evidence);
    return judged(phones && phones.length === 0, ['phone']);
  },
};
