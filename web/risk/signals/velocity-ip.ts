import { judged } from '../known.ts';
import { numberOf, type SignalParameter } from '../parameter.ts';
import { ordererOf, type Person } from '../people.ts';
import { ordersWithin, ownKeys, sharesNetwork } from '../recent.ts';
import type { Signal } from '../signal.ts';

const hours: SignalParameter = {
  key: 'hours',
  ja: '何時間以内の注文を見るか',
  en: 'Orders of so many hours',
  ...{ unit: 'hours', min: 1, max: 168, default: 24 },
};
const least: SignalParameter = {
  key: 'buyers',
  ja: '購入者がこの数から該当（この注文も数える）',
  en: 'From so many buyers, this order included',
  ...{ unit: 'people', min: 2, max: 50, default: 3 },
};

export const velocityIp: Signal = {
  id: 'velocity-ip',
  group: 'velocity',
  points: 12,
  checkItem: 'vel-ip',
  counts: true,
  parameters: [hours, least],
  text: {
    ja: {
      name: '同じ接続元から複数人',
      reason: '{hours}時間に、同じIPアドレスから{n}名の注文があります。',
      caution: '携帯電話の回線や学校では、同じIPアドレスになることがあります。',
    },
    en: {
      name: 'Many buyers, one IP',
      reason: '{n} customers ordered from one IP address within {hours} hours.',
      caution: 'Mobile networks and campuses share addresses.',
    },
  },
  judge(evidence) {
    const own = ownKeys(evidence);
    if (!own.network) return judged(undefined, ['ip']);
    const same = ordersWithin(evidence, numberOf(hours, evidence))?.filter((order) =>
      sharesNetwork(own, order),
    );
    const buyer = (person: Person | null, email: string) => `${person?.key ?? ''}|${email}`;
    const buyers = new Set([
      buyer(ordererOf(evidence), own.email),
      ...(same ?? []).map(({ person, email }) => buyer(person, email)),
    ]);
    return judged(same && buyers.size >= numberOf(least, evidence), ['history'], () => ({
      n: buyers.size,
      hours: numberOf(hours, evidence),
    }));
  },
};
