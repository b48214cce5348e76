import { hasResaleGoods, resaleOf, resalePrice } from '../contents.ts';
import { judged } from '../known.ts';
import type { Signal } from '../signal.ts';

export const resaleProneGoods: Signal = {
  id: 'resale-prone-goods',
  group: 'contents',
  points: 8,
  checkItem: 'resale',
  counts: true,
  parameters: [resalePrice],
  words: 'resaleGoods',
  text: {
    ja: {
      name: '転売されやすい商品',
      reason: '転売されやすい商品が含まれています（{categories:word}）。',
      caution: '専門店では普段から売れている商品です。',
    },
    en: {
      name: 'Easy to resell',
      reason: 'Contains goods that are easy to resell ({categories:word}).',
      caution: 'A specialist shop sells these every day.',
    },
  },
  judge(evidence) {
    return judged(hasResaleGoods(evidence), ['items'], () => ({
      categories: resaleOf(evidence)?.categories ?? '',
    }));
  },
};
