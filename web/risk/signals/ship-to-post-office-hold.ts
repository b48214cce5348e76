import { isHeldAtCounter } from '../../japan/address.ts';
import { judged } from '../known.ts';
import { shippingIs } from '../places.ts';
import type { Signal } from '../signal.ts';

export const shipToPostOfficeHold: Signal = {
  id: 'ship-to-post-office-hold',
  group: 'ship-to',
  points: 10,
  checkItem: 'O4',
  counts: true,
  text: {
    ja: {
      name: '局留め・営業所留め',
      reason: '郵便局または営業所で受け取るお届けです。',
      caution: '窓口で本人確認があります。日中不在の方がよく使います。',
    },
    en: {
      name: 'Held at a counter',
      reason: 'To be picked up at a post office or depot.',
      caution: 'Identity is checked there; office workers use it.',
    },
  },
  judge(evidence) {
    const condition = shippingIs(evidence, ({ lines, parts }) => isHeldAtCounter(lines, parts));
    return judged(condition, ['shipping']);
  },
};
