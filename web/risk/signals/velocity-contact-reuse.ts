import { judged } from '../known.ts';
import { numberOf, type SignalParameter } from '../parameter.ts';
import { ordererOf } from '../people.ts';
import { ordersWithin, ownKeys, sharesEmail, sharesPhone } from '../recent.ts';
import type { Signal } from '../signal.ts';

const days: SignalParameter = {
  key: 'days',
  ja: '何日以内の注文を見るか',
  en: 'Orders of so many days',
  ...{ unit: 'days', min: 1, max: 7, default: 7 },
};
const least: SignalParameter = {
  key: 'names',
  ja: '氏名がこの数から該当（この注文も数える）',
  en: 'From so many names, this order included',
  ...{ unit: 'people', min: 2, max: 20, default: 2 },
};

export const velocityContactReuse: Signal = {
  id: 'velocity-contact-reuse',
  group: 'velocity',
  points: 12,
  checkItem: 'vel-contact',
  counts: true,
  parameters: [days, least],
  text: {
    ja: {
      name: '同じ連絡先で別の氏名',
      reason: '同じ電話番号・メールが、{days}日間に{n}名の名義で使われています。',
      caution: 'ご夫婦やご家族のこともあります。',
    },
    en: {
      name: 'One contact, many names',
      reason: 'The same phone or e-mail was used under {n} names within {days} days.',
      caution: 'Couples and families.',
    },
  },
  judge(evidence) {
    const own = ownKeys(evidence);
    const name = ordererOf(evidence)?.key;
    if (!own.email && own.phones.length === 0) return judged(undefined, ['email', 'phone']);
    if (!name) return judged(undefined, ['shipping']);
    const same = ordersWithin(evidence, 24 * numberOf(days, evidence))?.filter(
      (order) => sharesEmail(own, order) || sharesPhone(own, order),
    );
    const names = new Set([name, ...(same ?? []).map(({ person }) => person?.key ?? name)]);
    return judged(same && names.size >= numberOf(least, evidence), ['history'], () => ({
      n: names.size,
      days: numberOf(days, evidence),
    }));
  },
};
