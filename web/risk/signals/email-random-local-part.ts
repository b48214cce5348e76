import { looksRandom } from '../../japan/mail-local-part.ts';
import { mailOf } from '../contacts.ts';
import { judged } from '../known.ts';
import type { Signal } from '../signal.ts';

export const emailRandomLocalPart: Signal = {
  id: 'email-random-local-part',
  group: 'email',
  points: 6,
  checkItem: 'K4',
  counts: false,
  text: {
    ja: {
      name: '無作為に見えるメールアドレス',
      reason: 'メールアドレスの文字列が無作為に見えます（{local}）。',
      caution: '名前の略や、自動で作られた転送用アドレスのことがあります。',
    },
    en: {
      name: 'E-mail address that looks random',
      reason: 'The letters of the e-mail address look random ({local}).',
      caution: 'It may be an abbreviation, or a forwarding address that a phone made.',
    },
  },
  judge(evidence) {
    const mail = mailOf(evidence);
    if (!mail) return judged(mail === null ? false : undefined, ['email']);
    const condition = mail.kind !== 'carrier' && looksRandom(mail.local);
    return judged(condition, [], () => ({ local: mail.local }));
  },
};
