import { judged } from '../known.ts';
import { latinNameOf } from '../names.ts';
import type { Signal } from '../signal.ts';

export const latinScriptName: Signal = {
  id: 'latin-script-name',
  group: 'name',
  points: 8,
  checkItem: 'V8',
  counts: true,
  weak: true,
  text: {
    ja: {
      name: '日本人名のローマ字入力',
      reason: '日本の方と思われるお名前がローマ字で入力されています（{name}）。',
      caution: '決済アプリの自動入力や、英語の画面での注文でもローマ字になります。',
    },
    en: {
      name: 'Japanese name in Latin letters',
      reason: 'A Japanese name was typed in Latin letters ({name}).',
      caution: 'Wallets fill in names so, and so do customers of the English checkout.',
    },
  },
  judge(evidence) {
    const name = latinNameOf(evidence);
    return judged(name === undefined ? undefined : name !== '', ['name'], () => ({
      name: name ?? '',
    }));
  },
};
