import { judgeFurigana } from '../names.ts';
import type { Signal } from '../signal.ts';

export const furiganaLiteralReading: Signal = {
  id: 'furigana-literal-reading',
  group: 'name',
  points: 18,
  checkItem: 'V1',
  counts: true,
  text: {
    ja: {
      name: 'ふりがなが音読みの当て字',
      reason: 'ふりがな「{kana}」が、姓「{kanji}」の一般的な読みではなく、音読みの当て字です。',
      caution: '辞書にない珍しい読みの姓もあります。',
    },
    en: {
      name: 'Furigana read off the characters',
      reason: 'The furigana “{kana}” reads the characters of “{kanji}” one by one, not the name.',
      caution: 'Some families read their name in a way that no dictionary has.',
    },
  },
  judge: (evidence) => judgeFurigana(evidence, 'literal'),
};
