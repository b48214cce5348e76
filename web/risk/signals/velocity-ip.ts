import { judged } from '../known.ts';
import { ordererOf, type Person } from '../people.ts';
import { ordersWithin, ownKeys, sharesNetwork } from '../recent.ts';
import type { Signal } from '../signal.ts';

const hours = 24;

export const velocityIp: Signal = {
  id: 'velocity-ip',
  group: 'velocity',
  points: 12,
  checkItem: 'vel-ip',
  counts: true,
  text: {
    ja: {
      name: '同じ接続元から複数人',
      reason: '24時間に、同じIPアドレスから{n}名の注文があります。',
      caution: '携帯電話の回線や学校では、同じIPアドレスになることがあります。',
    },
    en: {
      name: 'Many buyers, one IP',
      reason: '{n} customers ordered from one IP address within 24 hours.',
      caution: 'Mobile networks and campuses share addresses.',
    },
  },
  judge(evidence) {
    const own = ownKeys(evidence);
    if (!own.network) return judged(undefined, ['ip']);
    const same = ordersWithin(evidence, hours)?.filter((order) => sharesNetwork(own, order));
    const buyer = (person: Person | null, email: string) => `${person?.key ?? ''}|${email}`;
    const buyers = new Set([
      buyer(ordererOf(evidence), own.email),
      ...(same ?? []).map(({ person, email }) => buyer(person, email)),
    ]);
    return judged(same && buyers.size >= 3, ['history'], () => ({ n: buyers.size }));
  },
};
