import { phonesOf, validPhones } from '../contacts.ts';
import { judged } from '../known.ts';
import type { Signal } from '../signal.ts';

export const phoneMobileOnly: Signal = {
  id: 'phone-mobile-only',
  group: 'phone',
  points: 3,
  checkItem: 'K3',
  counts: true,
  text: {
    ja: {
      name: '携帯のみ',
      reason: '連絡先が携帯電話番号だけです。',
      caution: 'ほとんどの個人のお客様がそうです。',
    },
    en: {
      name: 'Mobile only',
      reason: 'Only a mobile number was given.',
      caution: 'So do most private customers.',
    },
  },
  judge(evidence) {
    const phones = phonesOf(evidence);
    const valid = validPhones(phones ?? []);
    const condition = valid.length > 0 && valid.every(({ kind }) => kind === 'mobile');
    return judged(phones && condition, ['phone']);
  },
};
