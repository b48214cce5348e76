import { judged } from '../known.ts';
import { numberOf, type SignalParameter } from '../parameter.ts';
import type { Signal } from '../signal.ts';

const usual: SignalParameter = {
  key: 'lines',
  ja: '商品の種類：ここまでは普通',
  en: 'Different goods that are usual in any case',
  ...{ unit: 'lines', min: 1, max: 500, default: 6 },
};

export const manyDistinctItems: Signal = {
  id: 'many-distinct-items',
  group: 'contents',
  points: 4,
  checkItem: 'O3',
  counts: true,
  parameters: [usual],
  text: {
    ja: {
      name: '種類が多い',
      reason: '種類の異なる商品が{n}点、同時に注文されています。',
      caution: '食品や趣味のお店では普通のことです。',
    },
    en: {
      name: 'Many different goods',
      reason: '{n} different goods in one order.',
      caution: 'Usual for groceries and hobby shops.',
    },
  },
  judge(evidence) {
    const { items } = evidence.order;
    const n = new Set(items?.map((item) => item.title)).size;
    const limit = Math.max(numberOf(usual, evidence), evidence.shop.linesP99 ?? 0);
    return judged(items && n > limit, ['items'], () => ({ n }));
  },
};
