import { mailOf } from '../contacts.ts';
import { judged } from '../known.ts';
import type { Signal } from '../signal.ts';

export const emailCarrier: Signal = {
  id: 'email-carrier',
  group: 'email',
  points: 3,
  checkItem: 'K4',
  counts: true,
  text: {
    ja: {
      name: '携帯キャリアのメール',
      reason: '携帯電話会社のメールアドレスです（{domain}）。',
      caution: 'ご年配の方がよく使います。',
    },
    en: {
      name: 'Carrier e-mail',
      reason: 'A mobile network’s e-mail address ({domain}).',
      caution: 'Often used by the elderly.',
    },
  },
  judge(evidence) {
    const mail = mailOf(evidence);
    const condition = mail === undefined ? undefined : mail?.kind === 'carrier';
    return judged(condition, ['email'], () => ({ domain: mail?.domain ?? '' }));
  },
};
