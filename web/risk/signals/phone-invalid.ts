import { phonesOf } from '../contacts.ts';
import { judged } from '../known.ts';
import type { Signal } from '../signal.ts';

export const phoneInvalid: Signal = {
  id: 'phone-invalid',
  group: 'phone',
  points: 14,
  checkItem: 'V6',
  counts: true,
  text: {
    ja: {
      name: '電話番号が正しくない',
      reason: '電話番号が正しくないようです（{phone}）。',
      caution: '新しい番号帯や、打ち間違いのことがあります。',
    },
    en: {
      name: 'Invalid phone',
      reason: 'The phone number does not seem valid ({phone}).',
      caution: 'It may be a new range, or a slip.',
    },
  },
  judge(evidence) {
    const phones = phonesOf(evidence);
    const invalid = phones?.find(({ kind }) => kind === 'invalid');
    return judged(phones && invalid !== undefined, ['phone'], () => ({
      phone: invalid?.raw ?? '',
    }));
  },
};
