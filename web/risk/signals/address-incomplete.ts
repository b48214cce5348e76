import { isHeldAtCounter, lacksHouseNumber } from '../../japan/address.ts';
import { judged } from '../known.ts';
import { shippingIs } from '../places.ts';
import type { Signal } from '../signal.ts';

export const addressIncomplete: Signal = {
  id: 'address-incomplete',
  group: 'address',
  points: 10,
  checkItem: 'K5',
  counts: true,
  text: {
    ja: {
      name: '番地なし',
      reason: 'お届け先に番地の記載がありません。',
      caution: '無番地の地域や、通り名だけの住所もあります。',
    },
    en: {
      name: 'No house number',
      reason: 'The shipping address has no house number.',
      caution: 'Some villages have none; Kyoto uses street names.',
    },
  },
  judge(evidence) {
    const condition = shippingIs(evidence, ({ lines, parts, isInJapan }) => {
      if (!isInJapan || isHeldAtCounter(lines, parts)) return false;
      const isMasked = lines.address1 === undefined && lines.address2 === undefined;
      return isMasked ? undefined : lacksHouseNumber(parts);
    });
    return judged(condition, ['shipping']);
  },
};
