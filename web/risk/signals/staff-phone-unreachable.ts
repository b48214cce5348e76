import { staffSignal } from '../staff-signal.ts';

export const staffPhoneUnreachable = staffSignal({
  id: 'staff-phone-unreachable',
  points: 14,
  checkItem: 'R1',
  text: {
    ja: {
      name: '電話がつながらない',
      reason: '時間をおいて電話しましたが、つながらず、折り返しもありません。',
      caution: '仕事中で出られない方もいます。',
    },
    en: {
      name: 'No answer',
      reason: 'No answer at different hours, and no call back.',
      caution: 'People are at work.',
    },
  },
});
