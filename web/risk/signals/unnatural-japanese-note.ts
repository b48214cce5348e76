import { judged } from '../known.ts';
import { readsTranslated } from '../note-language.ts';
import { numberOf, type SignalParameter } from '../parameter.ts';
import type { Signal } from '../signal.ts';

const least: SignalParameter = {
  key: 'minHits',
  ja: '翻訳調の言い回しがこの数から該当',
  en: 'From so many turns of phrase',
  ...{ unit: 'places', min: 2, max: 8, default: 2 },
};

export const unnaturalJapaneseNote: Signal = {
  id: 'unnatural-japanese-note',
  group: 'contents',
  points: 12,
  checkItem: 'V10',
  counts: true,
  weak: true,
  parameters: [least],
  text: {
    ja: {
      name: '備考が翻訳調',
      reason: '備考の日本語が翻訳したような文です。',
      caution:
        '日本で暮らす外国の方の文章かもしれません。自然な機械翻訳はこの項目では分かりません。',
    },
    en: {
      name: 'Note reads translated',
      reason: 'The note reads like a translation.',
      caution: 'Foreign residents write like this. Fluent machine translation is not noticed.',
    },
  },
  judge(evidence) {
    const { note } = evidence.order;
    return judged(
      note === undefined ? undefined : readsTranslated(note ?? '', numberOf(least, evidence)),
      ['note'],
    );
  },
};
