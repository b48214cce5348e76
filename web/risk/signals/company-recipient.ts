import { isToCompany } from '../companies.ts';
import { judged } from '../known.ts';
import type { Signal } from '../signal.ts';

export const companyRecipient: Signal = {
  id: 'company-recipient',
  group: 'weak',
  points: 2,
  checkItem: 'company-recipient',
  counts: false,
  text: {
    ja: {
      name: '会社宛',
      reason: '会社・団体宛の注文です。会社名・サイト・代表番号を確認できます。',
      caution: '会社宛というだけでは問題ではありません。',
    },
    en: {
      name: 'To a company',
      reason: 'Addressed to a company: its name, site and switchboard can be looked up.',
      caution: 'Nothing is wrong with a company by itself.',
    },
  },
  judge(evidence) {
    return judged(isToCompany(evidence), ['shipping']);
  },
};
