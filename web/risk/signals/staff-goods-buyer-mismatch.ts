import { staffSignal } from '../staff-signal.ts';

export const staffGoodsBuyerMismatch = staffSignal({
  id: 'staff-goods-buyer-mismatch',
  points: 8,
  checkItem: 'V4',
  text: {
    ja: {
      name: '商品と注文者の組合せ',
      reason: '商品や金額の組合せが、注文者に合わないようです。',
      caution: '贈り物のこともあります。性別や国籍では判断しません。',
    },
    en: {
      name: 'Goods do not fit',
      reason: 'The goods and the amount do not fit the buyer.',
      caution: 'It may be a present. Gender and origin are no criteria.',
    },
  },
});
