import { isUnusualDomain } from '../../japan/mail-domain.ts';
import { isToCompany } from '../companies.ts';
import { mailOf, phonesOf } from '../contacts.ts';
import { allOf, judged } from '../known.ts';
import type { Signal } from '../signal.ts';

export const corporateEmailMatch: Signal = {
  id: 'corporate-email-match',
  group: 'reassurance',
  points: -5,
  checkItem: 'corporate-email-match',
  counts: false,
  text: {
    ja: {
      name: '会社のメールと固定電話',
      reason: '会社の独自ドメインのメールと固定電話があります（{domain}）。',
      caution: 'ドメインの持ち主までは分かりません。',
    },
    en: {
      name: 'Company e-mail and landline',
      reason: 'The company’s own e-mail domain and a landline ({domain}).',
      caution: 'Who owns the domain is not known.',
    },
  },
  judge(evidence) {
    const mail = mailOf(evidence);
    const isOwn = mail?.kind === 'own' && mail.domain !== '' && !isUnusualDomain(mail.domain);
    const condition = allOf(
      isToCompany(evidence),
      mail === undefined ? undefined : isOwn,
      phonesOf(evidence)?.some(({ kind }) => kind === 'landline'),
    );
    return judged(condition, ['shipping', 'email', 'phone'], () => ({
      domain: mail?.domain ?? '',
    }));
  },
};
