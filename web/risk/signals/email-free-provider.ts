import { mailOf } from '../contacts.ts';
import { judged } from '../known.ts';
import type { Signal } from '../signal.ts';

export const emailFreeProvider: Signal = {
  id: 'email-free-provider',
  group: 'email',
  points: 3,
  checkItem: 'K4',
  counts: true,
  words: 'freeMail',
  text: {
    ja: {
      name: 'フリーメール',
      reason: 'フリーメールのアドレスです（{domain}）。',
      caution: '多くのお客様が使っています。',
    },
    en: {
      name: 'Free e-mail',
      reason: 'A free e-mail address ({domain}).',
      caution: 'Many customers use one.',
    },
  },
  judge(evidence) {
    const mail = mailOf(evidence);
    const condition = mail === undefined ? undefined : mail?.kind === 'free';
    return judged(condition, ['email'], () => ({ domain: mail?.domain ?? '' }));
  },
};
