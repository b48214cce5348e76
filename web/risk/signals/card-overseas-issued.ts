import { cardCountry, cardOf } from '../cards.ts';
import { judged } from '../known.ts';
import type { Signal } from '../signal.ts';

export const cardOverseasIssued: Signal = {
  id: 'card-overseas-issued',
  group: 'card',
  points: 15,
  checkItem: 'P2',
  counts: true,
  floor: 'caution',
  text: {
    ja: {
      name: '海外発行カード',
      reason: '海外で発行されたカードのようです（{country}）。',
      caution: '海外にお住まいの方や、帰国した方もいます。',
    },
    en: {
      name: 'Card from abroad',
      reason: 'The card seems to be issued abroad ({country}).',
      caution: 'People live abroad, or have come back.',
    },
  },
  judge(evidence) {
    if (cardOf(evidence) === null) return judged(false, []);
    const country = cardCountry(evidence);
    const condition = country && country !== (evidence.shop.homeCountry ?? 'JP');
    return judged(country ? Boolean(condition) : undefined, ['card'], () => ({
      country: country ?? '',
    }));
  },
};
