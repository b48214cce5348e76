import { goodDays, goodOrders, isGoodCustomer } from '../customer-history.ts';
import { judged } from '../known.ts';
import type { Signal } from '../signal.ts';

export const repeatGoodCustomer: Signal = {
  id: 'repeat-good-customer',
  group: 'reassurance',
  points: -15,
  checkItem: 'repeat-good-customer',
  counts: false,
  parameters: [goodOrders, goodDays],
  text: {
    ja: {
      name: '取引実績あり',
      reason: 'これまで問題のない取引が{n}件あります。',
      caution: 'アカウントが他人に使われることもあります。',
    },
    en: {
      name: 'Good history',
      reason: '{n} earlier orders without problems.',
      caution: 'Accounts are stolen.',
    },
  },
  judge(evidence) {
    return judged(isGoodCustomer(evidence), ['history'], () => ({
      n: evidence.history.goodOrders ?? 0,
    }));
  },
};
