import { isValidEmail } from '../../japan/mail-domain.ts';
import { mailOf } from '../contacts.ts';
import { judged } from '../known.ts';
import type { Signal } from '../signal.ts';

export const emailInvalid: Signal = {
  id: 'email-invalid',
  group: 'email',
  points: 14,
  checkItem: 'V6',
  counts: true,
  text: {
    ja: {
      name: 'メールアドレスが正しくない',
      reason: 'メールアドレスの形が正しくないようです。',
      caution: '打ち間違いかもしれません。電話で確認できます。',
    },
    en: {
      name: 'Invalid e-mail',
      reason: 'The e-mail address is malformed.',
      caution: 'It may be a slip: call to ask.',
    },
  },
  judge(evidence) {
    const mail = mailOf(evidence);
    if (!mail) return judged(mail === null ? false : undefined, ['email']);
    return judged(!isValidEmail(mail.text), ['email']);
  },
};
