import { isCareOf } from '../../japan/address.ts';
import { judged } from '../known.ts';
import { placeWords } from '../place-words.ts';
import { shippingIs } from '../places.ts';
import type { Signal } from '../signal.ts';

/** A guest of a hotel is 気付 by nature: that is ship-to-hotel. */
export const shipToCareOf: Signal = {
  id: 'ship-to-care-of',
  group: 'ship-to',
  points: 8,
  checkItem: 'O4',
  counts: true,
  text: {
    ja: {
      name: '〜方・気付',
      reason: '「〜方」「〜気付」宛のお届けです。',
      caution: '下宿、病院、実家などでも使います。',
    },
    en: {
      name: 'Care of',
      reason: 'Addressed care of another person or place.',
      caution: 'Lodgers, hospitals and parents’ homes.',
    },
  },
  judge(evidence) {
    const condition = shippingIs(
      evidence,
      ({ lines, parts, words }) =>
        !placeWords.hotel.test(words) && isCareOf(parts, lines.company ?? ''),
    );
    return judged(condition, ['shipping']);
  },
};
