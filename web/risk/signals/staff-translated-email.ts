import { staffSignal } from '../staff-signal.ts';

export const staffTranslatedEmail = staffSignal({
  id: 'staff-translated-email',
  points: 10,
  checkItem: 'V10',
  weak: true,
  text: {
    ja: {
      name: 'メールが翻訳調',
      reason: 'メールの文面が翻訳したような文です。',
      caution: '日本で暮らす外国の方の文章かもしれません。',
    },
    en: {
      name: 'E-mail reads translated',
      reason: 'The e-mail reads like a translation.',
      caution: 'Foreign residents write like this.',
    },
  },
});
