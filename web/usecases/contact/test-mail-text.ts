import type { MailText } from '../../contract/contact.ts';
import type { Locale } from '../../contract/level.ts';

/** What the test button sends: to staff, who ask whether mails arrive. */
export const testMail: Readonly<Record<Locale, MailText>> = {
  ja: {
    subject: '送信テスト（関所）',
    text: [
      'これは、関所のメール設定を確かめるためのテストメールです。',
      '',
      'このメールが届いていれば、購入者への確認メールも同じ設定で送信できます。',
      '差出人の名前とアドレス、迷惑メールに入っていないかを確かめてください。',
      '',
    ].join('\n'),
  },
  en: {
    subject: 'Test mail (Sekisho)',
    text: [
      'This is a test of the mail settings in Sekisho.',
      '',
      'If it has reached you, mails to buyers can be sent with the same settings.',
      'Please check the sender’s name and address, and whether it was taken for spam.',
      '',
    ].join('\n'),
  },
};
