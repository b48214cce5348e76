import { isToCompany } from '../companies.ts';
import { mailOf, phonesOf, validPhones } from '../contacts.ts';
import { allOf, judged } from '../known.ts';
import type { Signal } from '../signal.ts';

const personal: ReadonlySet<string> = new Set(['free', 'carrier', 'disposable']);

export const companyContactMismatch: Signal = {
  id: 'company-contact-mismatch',
  group: 'name',
  points: 8,
  checkItem: 'company',
  counts: true,
  text: {
    ja: {
      name: '会社宛で個人の連絡先',
      reason: '会社宛ですが、連絡先が個人の携帯電話とメールだけです。',
      caution: '個人事業の方は普通にあります。',
    },
    en: {
      name: 'Company, personal contact',
      reason: 'Addressed to a company, with only a personal phone and e-mail.',
      caution: 'Usual for sole traders.',
    },
  },
  judge(evidence) {
    const mail = mailOf(evidence);
    const phones = phonesOf(evidence);
    const condition = allOf(
      isToCompany(evidence),
      mail === undefined ? undefined : personal.has(mail?.kind ?? ''),
      phones && validPhones(phones).every(({ kind }) => kind === 'mobile'),
    );
    return judged(condition, ['shipping', 'email', 'phone']);
  },
};
