import { staffSignal } from '../staff-signal.ts';

export const staffEmailNoReply = staffSignal({
  id: 'staff-email-no-reply',
  points: 10,
  checkItem: 'R2',
  text: {
    ja: {
      name: 'メールの返信がない',
      reason: 'メールに返信がありません。',
      caution: '迷惑メールに入っていることがあります。',
    },
    en: {
      name: 'No reply',
      reason: 'No reply to our e-mails.',
      caution: 'They may be in the spam folder.',
    },
  },
});
