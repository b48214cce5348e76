import { staffSignal } from '../staff-signal.ts';

export const staffCompanyNotFound = staffSignal({
  id: 'staff-company-not-found',
  points: 14,
  checkItem: 'K1',
  text: {
    ja: {
      name: '会社が見つからない',
      reason: '会社名を検索しても見つかりません。',
      caution: 'できたばかりの会社もあります。',
    },
    en: {
      name: 'Company not found',
      reason: 'The company was not found by a search.',
      caution: 'It may be new.',
    },
  },
});
