import { mailOf } from '../contacts.ts';
import { judged } from '../known.ts';
import type { Signal } from '../signal.ts';

export const emailDisposable: Signal = {
  id: 'email-disposable',
  group: 'email',
  points: 20,
  checkItem: 'K4',
  counts: true,
  floor: 'caution',
  text: {
    ja: {
      name: '使い捨てメール',
      reason: '使い捨てのメールアドレスです（{domain}）。',
      caution: '広告メールを避けるために使う方もいます。',
    },
    en: {
      name: 'Disposable e-mail',
      reason: 'A disposable e-mail address ({domain}).',
      caution: 'Some use one to avoid advertising.',
    },
  },
  judge(evidence) {
    const mail = mailOf(evidence);
    const condition = mail === undefined ? undefined : mail?.kind === 'disposable';
    return judged(condition, ['email'], () => ({ domain: mail?.domain ?? '' }));
  },
};
