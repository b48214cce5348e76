import { judged } from '../known.ts';
import { foreignLanguageOf } from '../note-language.ts';
import { numberOf, type SignalParameter } from '../parameter.ts';
import type { Signal } from '../signal.ts';

const shortest: SignalParameter = {
  key: 'minLength',
  ja: 'この文字数から見る',
  en: 'Looked at from so many characters',
  ...{ unit: 'characters', min: 1, max: 200, default: 6 },
};

export const foreignLanguageNote: Signal = {
  id: 'foreign-language-note',
  group: 'contents',
  points: 3,
  checkItem: 'foreign-language-note',
  counts: false,
  weak: true,
  parameters: [shortest],
  text: {
    ja: {
      name: '備考が外国語',
      reason: '備考が{lang:word}で書かれています。',
      caution: '旅行者や海外にお住まいの方かもしれません。',
    },
    en: {
      name: 'Note in another language',
      reason: 'The note is written in {lang:word}.',
      caution: 'It may be a traveller or somebody living abroad.',
    },
  },
  judge(evidence) {
    const { note } = evidence.order;
    const lang = foreignLanguageOf(note ?? '', numberOf(shortest, evidence));
    return judged(note === undefined ? undefined : lang !== '', ['note'], () => ({ lang }));
  },
};
