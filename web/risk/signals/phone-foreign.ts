import { phonesOf } from '../contacts.ts';
import { judged } from '../known.ts';
import type { Signal } from '../signal.ts';

export const phoneForeign: Signal = {
  id: 'phone-foreign',
  group: 'phone',
  points: 10,
  checkItem: 'V6',
  counts: true,
  text: {
    ja: {
      name: '海外の電話番号',
      reason: '海外の電話番号です（+{cc}）。',
      caution: '海外にお住まいの方が贈り物を送ることもあります。',
    },
    en: {
      name: 'Foreign phone',
      reason: 'A foreign phone number (+{cc}).',
      caution: 'People abroad send gifts home.',
    },
  },
  judge(evidence) {
    const phones = phonesOf(evidence);
    const foreign = phones?.find(({ kind }) => kind === 'foreign');
    return judged(phones && foreign !== undefined, ['phone'], () => ({
      cc: foreign?.callingCode ?? '',
    }));
  },
};
