import { staffSignal } from '../staff-signal.ts';

export const staffNumberNotInUse = staffSignal({
  id: 'staff-number-not-in-use',
  points: 20,
  checkItem: 'R1',
  text: {
    ja: {
      name: '使われていない番号',
      reason: '電話番号が現在使われていません。',
      caution: '番号の打ち間違いのこともあります。',
    },
    en: {
      name: 'Number not in use',
      reason: 'The number is not in use.',
      caution: 'It may be a slip.',
    },
  },
});
