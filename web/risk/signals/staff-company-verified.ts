import { staffSignal } from '../staff-signal.ts';

export const staffCompanyVerified = staffSignal({
  id: 'staff-company-verified',
  points: -12,
  checkItem: 'staff-company-verified',
  text: {
    ja: {
      name: '会社を確認済み',
      reason: '会社の実在を確認しました。',
      caution: '担当の方が在籍しているかは別に確認できます。',
    },
    en: {
      name: 'Company verified',
      reason: 'The company exists.',
      caution: 'Whether the person works there is another question.',
    },
  },
});
