import { staffSignal } from '../staff-signal.ts';

export const staffCompanyNoWebsite = staffSignal({
  id: 'staff-company-no-website',
  points: 8,
  checkItem: 'K2',
  text: {
    ja: {
      name: '会社のサイトがない',
      reason: '会社のウェブサイトが見当たりません。',
      caution: '小さな会社にはないこともあります。',
    },
    en: {
      name: 'No website',
      reason: 'The company has no website.',
      caution: 'Small firms have none.',
    },
  },
});
