import { cardOf } from '../cards.ts';
import { judged } from '../known.ts';
import { numberOf, type SignalParameter } from '../parameter.ts';
import { ordersWithin, ownKeys, sameCard } from '../recent.ts';
import type { Signal } from '../signal.ts';

const days: SignalParameter = {
  key: 'days',
  ja: '何日以内の注文を見るか',
  en: 'Orders of so many days',
  ...{ unit: 'days', min: 1, max: 7, default: 7 },
};
const least: SignalParameter = {
  key: 'mails',
  ja: 'メールアドレスがこの数から該当（この注文も数える）',
  en: 'From so many e-mail addresses, this order included',
  ...{ unit: 'addresses', min: 2, max: 20, default: 2 },
};

export const velocityCard: Signal = {
  id: 'velocity-card',
  group: 'velocity',
  points: 20,
  checkItem: 'vel-card',
  counts: true,
  floor: 'caution',
  parameters: [days, least],
  text: {
    ja: {
      name: '同じカードを複数のメールで',
      reason: '同じカードが、{days}日間に{n}件のメールアドレスで使われています。',
      caution: 'ご家族で1枚のカードを使うことがあります。',
    },
    en: {
      name: 'One card, many e-mails',
      reason: 'One card was used with {n} e-mail addresses within {days} days.',
      caution: 'Families share a card.',
    },
  },
  judge(evidence) {
    if (cardOf(evidence) === null) return judged(false, []);
    const own = ownKeys(evidence);
    if (!own.card || !own.email) return judged(undefined, [own.card ? 'email' : 'card']);
    const same = ordersWithin(evidence, 24 * numberOf(days, evidence))?.filter((order) =>
      sameCard(own, order),
    );
    const mails = new Set([own.email, ...(same ?? []).map(({ email }) => email)]);
    mails.delete('');
    return judged(same && mails.size >= numberOf(least, evidence), ['history'], () => ({
      n: mails.size,
      days: numberOf(days, evidence),
    }));
  },
};
