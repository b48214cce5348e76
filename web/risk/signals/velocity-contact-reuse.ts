import { judged } from '../known.ts';
import { ordererOf } from '../people.ts';
import { ordersWithin, ownKeys, sharesEmail, sharesPhone } from '../recent.ts';
import type { Signal } from '../signal.ts';

const hours = 7 * 24;

export const velocityContactReuse: Signal = {
  id: 'velocity-contact-reuse',
  group: 'velocity',
  points: 12,
  checkItem: 'vel-contact',
  counts: true,
  text: {
    ja: {
      name: '同じ連絡先で別の氏名',
      reason: '同じ電話番号・メールが、7日間に{n}名の名義で使われています。',
      caution: 'ご夫婦やご家族のこともあります。',
    },
    en: {
      name: 'One contact, many names',
      reason: 'The same phone or e-mail was used under {n} names within 7 days.',
      caution: 'Couples and families.',
    },
  },
  judge(evidence) {
    const own = ownKeys(evidence);
    const name = ordererOf(evidence)?.key;
    if (!own.email && own.phones.length === 0) return judged(undefined, ['email', 'phone']);
    if (!name) return judged(undefined, ['shipping']);
    const same = ordersWithin(evidence, hours)?.filter(
      (order) => sharesEmail(own, order) || sharesPhone(own, order),
    );
    const names = new Set([name, ...(same ?? []).map(({ person }) => person?.key ?? name)]);
    return judged(same && names.size >= 2, ['history'], () => ({ n: names.size }));
  },
};
