import { inYen, money } from '../amounts.ts';
import { judged } from '../known.ts';
import { numberOf, type SignalParameter } from '../parameter.ts';
import type { Signal } from '../signal.ts';

const smallestYen: SignalParameter = {
  key: 'minAmount',
  ja: 'この金額から該当（商品ごとの合計）',
  en: 'From this amount of one line',
  ...{ unit: 'yen', min: 0, max: 10_000_000, default: 5_000 },
};

export const giftCardLine: Signal = {
  id: 'gift-card-line',
  group: 'contents',
  points: 4,
  checkItem: 'gift-card-line',
  counts: false,
  parameters: [smallestYen],
  text: {
    ja: {
      name: 'ギフトカード',
      reason: 'ギフトカードが含まれています（{amount}）。現金と同じように使えます。',
      caution: '贈り物の時期にはよくあります。',
    },
    en: {
      name: 'Gift card',
      reason: 'Contains a gift card ({amount}), which is as good as cash.',
      caution: 'Common in gift seasons.',
    },
  },
  judge(evidence) {
    const cards = evidence.order.items?.filter((item) => item.isGiftCard);
    const amounts = cards?.map(({ price, quantity }) =>
      price === undefined ? undefined : inYen(evidence, price * quantity),
    );
    const largest = Math.max(0, ...(amounts ?? []).map((amount) => amount ?? 0));
    const isUncertain = amounts === undefined || amounts.includes(undefined);
    const isLarge = largest > 0 && largest >= numberOf(smallestYen, evidence);
    const condition = isLarge || (isUncertain ? undefined : false);
    return judged(condition, ['items'], () => ({ amount: money(largest) }));
  },
};
