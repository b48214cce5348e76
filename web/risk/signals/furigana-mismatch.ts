import { judgeFurigana } from '../names.ts';
import type { Signal } from '../signal.ts';

export const furiganaMismatch: Signal = {
  id: 'furigana-mismatch',
  group: 'name',
  points: 8,
  checkItem: 'V1',
  counts: true,
  text: {
    ja: {
      name: 'ふりがなと姓の不一致',
      reason: 'ふりがな「{kana}」が、姓「{kanji}」の読みと一致しません。',
      caution: '珍しい読みや、ふりがなの自動入力の誤りのことがあります。',
    },
    en: {
      name: 'Furigana of another name',
      reason: 'The furigana “{kana}” is no known reading of “{kanji}”.',
      caution: 'Rare readings exist, and forms fill in furigana wrongly.',
    },
  },
  judge: (evidence) => judgeFurigana(evidence, 'other'),
};
