import { judged } from '../known.ts';
import { ordererOf, type Person } from '../people.ts';
import { ordersWithin, ownKeys } from '../recent.ts';
import type { Signal } from '../signal.ts';

const hours = 7 * 24;

/** In a house without rooms one family counts once. */
export const velocityAddressManyNames: Signal = {
  id: 'velocity-address-many-names',
  group: 'velocity',
  points: 20,
  checkItem: 'V11a',
  counts: true,
  text: {
    ja: {
      name: '同じ住所に複数の名義',
      reason: '7日間に、同じ住所へ{n}名の名義で注文があります。',
      caution: '寮や会社、ご家族のこともあります。',
    },
    en: {
      name: 'Many names, one address',
      reason: '{n} names ordered to this address within 7 days.',
      caution: 'Dormitories, offices and families.',
    },
  },
  judge(evidence) {
    const { addressKey, prefecture } = ownKeys(evidence);
    if (!addressKey)
      return judged(evidence.order.shipping === null ? false : undefined, ['shipping']);
    const isHouse = addressKey.endsWith('|');
    const name = (person: Person) => (isHouse ? person.family || person.key : person.key);
    const same = ordersWithin(evidence, hours)?.filter((order) =>
      order.isAt(addressKey, prefecture),
    );
    const people = [ordererOf(evidence), ...(same ?? []).map(({ person }) => person)];
    const n = new Set(people.flatMap((person) => (person ? [name(person)] : []))).size;
    return judged(same && n >= 3, ['history'], () => ({ n }));
  },
};
