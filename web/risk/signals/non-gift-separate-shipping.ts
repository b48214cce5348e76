import { hasResaleGoods, looksLikeAGift, quantityOf } from '../contents.ts';
import { allOf, anyOf, judged } from '../known.ts';
import { ordererOf, recipientOf } from '../people.ts';
import { isShippedElsewhere } from '../separate-shipping.ts';
import type { Signal } from '../signal.ts';

export const nonGiftSeparateShipping: Signal = {
  id: 'non-gift-separate-shipping',
  group: 'address',
  points: 8,
  checkItem: 'V9',
  counts: true,
  text: {
    ja: {
      name: '贈り物らしくない別送',
      reason: '別の方へのお届けですが、贈り物としては珍しい商品です。',
      caution: '会社が社員の自宅へ備品を送ることもあります。',
    },
    en: {
      name: 'Separate, not a gift',
      reason: 'Sent to somebody else, though the goods are unusual as a gift.',
      caution: 'Companies send equipment to their staff.',
    },
  },
  judge(evidence) {
    const orderer = evidence.order.billing ? ordererOf(evidence)?.key : undefined;
    const recipient = recipientOf(evidence)?.key;
    const isGift = looksLikeAGift(evidence);
    const condition = allOf(
      isShippedElsewhere(evidence),
      orderer && recipient ? orderer !== recipient : undefined,
      isGift === undefined ? undefined : !isGift,
      anyOf(hasResaleGoods(evidence), quantityOf(evidence)?.isOutlier),
    );
    return judged(condition, ['billing', 'shipping', 'items']);
  },
};
