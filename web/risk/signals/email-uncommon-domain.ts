import { isUnusualDomain } from '../../japan/mail-domain.ts';
import { mailOf } from '../contacts.ts';
import { judged } from '../known.ts';
import type { Signal } from '../signal.ts';

export const emailUncommonDomain: Signal = {
  id: 'email-uncommon-domain',
  group: 'email',
  points: 8,
  checkItem: 'K4',
  counts: true,
  text: {
    ja: {
      name: '珍しいメールドメイン',
      reason: 'あまり見かけないメールドメインです（{domain}）。',
      caution: '会社や個人の独自ドメインのことがあります。',
    },
    en: {
      name: 'Unusual e-mail domain',
      reason: 'An unusual e-mail domain ({domain}).',
      caution: 'Companies and people own such domains.',
    },
  },
  judge(evidence) {
    const mail = mailOf(evidence);
    if (!mail) return judged(mail === null ? false : undefined, ['email']);
    const condition = mail.kind === 'own' && mail.domain !== '' && isUnusualDomain(mail.domain);
    return judged(condition, ['email'], () => ({ domain: mail.domain }));
  },
};
