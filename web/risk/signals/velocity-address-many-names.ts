import { judged } from '../known.ts';
import { numberOf, type SignalParameter } from '../parameter.ts';
import { ordererOf, type Person } from '../people.ts';
import { ordersWithin, ownKeys } from '../recent.ts';
import type { Signal } from '../signal.ts';

const days: SignalParameter = {
  key: 'days',
  ja: '何日以内の注文を見るか',
  en: 'Orders of so many days',
  ...{ unit: 'days', min: 1, max: 7, default: 7 },
};
const least: SignalParameter = {
  key: 'people',
  ja: '氏名がこの数から該当（この注文も数える）',
  en: 'From so many names, this order included',
  ...{ unit: 'people', min: 2, max: 20, default: 3 },
};

/** In a house without rooms one family counts once. */
export const velocityAddressManyNames: Signal = {
  id: 'velocity-address-many-names',
  group: 'velocity',
  points: 20,
  checkItem: 'V11a',
  counts: true,
  parameters: [days, least],
  text: {
    ja: {
      name: '同じ住所に複数の名義',
      reason: '{days}日間に、同じ住所へ{n}名の名義で注文があります。',
      caution: '寮や会社、ご家族のこともあります。',
    },
    en: {
      name: 'Many names, one address',
      reason: '{n} names ordered to this address within {days} days.',
      caution: 'Dormitories, offices and families.',
    },
  },
  judge(evidence) {
    const { addressKey, prefecture } = ownKeys(evidence);
    if (!addressKey)
      return judged(evidence.order.shipping === null ? false : undefined, ['shipping']);
    const isHouse = addressKey.endsWith('|');
    const name = (person: Person) => (isHouse ? person.family || person.key : person.key);
    const same = ordersWithin(evidence, 24 * numberOf(days, evidence))?.filter((order) =>
      order.isAt(addressKey, prefecture),
    );
    const people = [ordererOf(evidence), ...(same ?? []).map(({ person }) => person)];
    const n = new Set(people.flatMap((person) => (person ? [name(person)] : []))).size;
    return judged(same && n >= numberOf(least, evidence), ['history'], () => ({
      n,
      days: numberOf(days, evidence),
    }));
  },
};
