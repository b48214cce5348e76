import { staffSignal } from '../staff-signal.ts';

export const staffIdentityConfirmed = staffSignal({
  id: 'staff-identity-confirmed',
  points: -40,
  checkItem: 'staff-identity-confirmed',
  text: {
    ja: {
      name: '本人確認済み',
      reason: '電話や書類で本人確認ができています。',
      caution: '過去の不正と一致する場合は、要確認のままです。',
    },
    en: {
      name: 'Identity confirmed',
      reason: 'Identity was confirmed by phone or papers.',
      caution: 'With a match on the past-fraud list it stays under check.',
    },
  },
});
