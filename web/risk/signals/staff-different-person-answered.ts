import { staffSignal } from '../staff-signal.ts';

export const staffDifferentPersonAnswered = staffSignal({
  id: 'staff-different-person-answered',
  points: 18,
  checkItem: 'V8b',
  text: {
    ja: {
      name: '電話に別の方',
      reason: '電話に別の方が出て、注文を確認できません。',
      caution: 'ご家族が出ることもあります。話し方や国籍では判断しません。',
    },
    en: {
      name: 'Somebody else answered',
      reason: 'Somebody else answered and could not confirm the order.',
      caution: 'It may be family. Accent and nationality are no criteria.',
    },
  },
});
