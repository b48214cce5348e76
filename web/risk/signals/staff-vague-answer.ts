import { staffSignal } from '../staff-signal.ts';

export const staffVagueAnswer = staffSignal({
  id: 'staff-vague-answer',
  points: 12,
  checkItem: 'R3',
  text: {
    ja: {
      name: '回答があいまい',
      reason: 'お問い合わせへの回答があいまいです。',
      caution: 'ご年配の方は、慣れていないだけのこともあります。',
    },
    en: {
      name: 'Vague answers',
      reason: 'The answers were vague.',
      caution: 'Elderly people may just not be used to it.',
    },
  },
});
