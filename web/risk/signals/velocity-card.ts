import { cardOf } from '../cards.ts';
import { judged } from '../known.ts';
import { ordersWithin, ownKeys, sameCard } from '../recent.ts';
import type { Signal } from '../signal.ts';

const hours = 7 * 24;

export const velocityCard: Signal = {
  id: 'velocity-card',
  group: 'velocity',
  points: 20,
  checkItem: 'vel-card',
  counts: true,
  floor: 'caution',
  text: {
    ja: {
      name: '同じカードを複数のメールで',
      reason: '同じカードが、7日間に{n}件のメールアドレスで使われています。',
      caution: 'ご家族で1枚のカードを使うことがあります。',
    },
    en: {
      name: 'One card, many e-mails',
      reason: 'One card was used with {n} e-mail addresses within 7 days.',
      caution: 'Families share a card.',
    },
  },
  judge(evidence) {
    if (cardOf(evidence) === null) return judged(false, []);
    const own = ownKeys(evidence);
    if (!own.card || !own.email) return judged(undefined, [own.card ? 'email' : 'card']);
    const same = ordersWithin(evidence, hours)?.filter((order) => sameCard(own, order));
    const mails = new Set([own.email, ...(same ?? []).map(({ email }) => email)]);
    mails.delete('');
    return judged(same && mails.size >= 2, ['history'], () => ({ n: mails.size }));
  },
};
