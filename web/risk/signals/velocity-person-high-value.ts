import { zScore } from '../amounts.ts';
import { judged } from '../known.ts';
import { ordererOf } from '../people.ts';
import { ordersWithin, ownKeys, sharesEmail, sharesPhone } from '../recent.ts';
import type { Signal } from '../signal.ts';

const hours = 72;
const high = 2;

export const velocityPersonHighValue: Signal = {
  id: 'velocity-person-high-value',
  group: 'velocity',
  points: 18,
  checkItem: 'V11b',
  counts: true,
  text: {
    ja: {
      name: '高額注文が連続',
      reason: '72時間に、同じ方から高額の注文が{n}件続いています。',
      caution: 'セールのあとに分けて注文する方もいます。',
    },
    en: {
      name: 'High-value series',
      reason: '{n} high-value orders by the same person within 72 hours.',
      caution: 'People split orders after a sale.',
    },
  },
  judge(evidence) {
    const total = evidence.order.total;
    const z = total === undefined ? undefined : zScore(total, evidence.shop);
    if (z === undefined) return judged(undefined, [total === undefined ? 'total' : 'statistics']);
    if (z < high) return judged(false, []);
    const own = ownKeys(evidence);
    const name = ordererOf(evidence)?.key;
    const dear = ordersWithin(evidence, hours)?.filter((order) => {
      if ((zScore(order.order.total ?? 0, evidence.shop) ?? 0) < high) return false;
      if (sharesEmail(own, order) || sharesPhone(own, order)) return true;
      return name === order.person?.key && order.isAt(own.addressKey, own.prefecture);
    });
    return judged(dear && dear.length > 0, ['history'], () => ({ n: (dear?.length ?? 0) + 1 }));
  },
};
