import { zScore } from '../amounts.ts';
import { judged } from '../known.ts';
import { numberOf, type SignalParameter } from '../parameter.ts';
import { ordererOf } from '../people.ts';
import { ordersWithin, ownKeys, sharesEmail, sharesPhone } from '../recent.ts';
import type { Signal } from '../signal.ts';

const hours: SignalParameter = {
  key: 'hours',
  ja: '何時間以内の注文を見るか',
  en: 'Orders of so many hours',
  ...{ unit: 'hours', min: 1, max: 168, default: 72 },
};
const least: SignalParameter = {
  key: 'orders',
  ja: '高めの注文がこの件数から該当（この注文も数える）',
  en: 'From so many dear orders, this one included',
  ...{ unit: 'orders', min: 2, max: 20, default: 2 },
};
const dearZ: SignalParameter = {
  key: 'z',
  ja: 'いつもの注文金額から、ばらつきの何倍離れたら高めとみなすか',
  en: 'Distance from the usual total that counts as dear, in times its usual spread',
  ...{ unit: 'factor', min: 1, max: 8, default: 2 },
};

export const velocityPersonHighValue: Signal = {
  id: 'velocity-person-high-value',
  group: 'velocity',
  points: 18,
  checkItem: 'V11b',
  counts: true,
  parameters: [hours, least, dearZ],
  text: {
    ja: {
      name: '高額注文が連続',
      reason: '{hours}時間に、同じ方から高額の注文が{n}件続いています。',
      caution: 'セールのあとに分けて注文する方もいます。',
    },
    en: {
      name: 'High-value series',
      reason: '{n} high-value orders by the same person within {hours} hours.',
      caution: 'People split orders after a sale.',
    },
  },
  judge(evidence) {
    const total = evidence.order.total;
    const z = total === undefined ? undefined : zScore(total, evidence.shop);
    if (z === undefined) return judged(undefined, [total === undefined ? 'total' : 'statistics']);
    const high = numberOf(dearZ, evidence);
    if (z < high) return judged(false, []);
    const own = ownKeys(evidence);
    const name = ordererOf(evidence)?.key;
    const dear = ordersWithin(evidence, numberOf(hours, evidence))?.filter((order) => {
      if ((zScore(order.order.total ?? 0, evidence.shop) ?? 0) < high) return false;
      if (sharesEmail(own, order) || sharesPhone(own, order)) return true;
      return name === order.person?.key && order.isAt(own.addressKey, own.prefecture);
    });
    const n = (dear?.length ?? 0) + 1;
    return judged(dear && n >= numberOf(least, evidence), ['history'], () => ({
      n,
      hours: numberOf(hours, evidence),
    }));
  },
};
