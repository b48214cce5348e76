import { judged } from '../known.ts';
import { numberOf, type SignalParameter } from '../parameter.ts';
import { isCod, meansCod } from '../payment-kind.ts';
import { ordersWithin, ownKeys, sharesEmail, sharesNetwork, sharesPhone } from '../recent.ts';
import type { Signal } from '../signal.ts';

const hours: SignalParameter = {
  key: 'hours',
  ja: '何時間以内の代引き注文を見るか',
  en: 'COD orders of so many hours',
  ...{ unit: 'hours', min: 1, max: 168, default: 72 },
};
const places: SignalParameter = {
  key: 'places',
  ja: 'お届け先がこの数から該当（この注文も数える）',
  en: 'From so many places, this one included',
  ...{ unit: 'places', min: 2, max: 20, default: 3 },
};

export const codHarassmentPattern: Signal = {
  id: 'cod-harassment-pattern',
  group: 'payment',
  points: 30,
  checkItem: 'cod-harass',
  counts: true,
  floor: 'caution',
  parameters: [hours, places],
  text: {
    ja: {
      name: '代引きの送りつけの疑い',
      reason:
        '同じ相手から、関係のない{n}か所への代引き注文が続いています。お届け先の方が頼んでいない可能性があります。',
      caution: 'お届け先の方は被害者かもしれません。発送の前に電話で確認してください。',
    },
    en: {
      name: 'COD sent to strangers',
      reason:
        'COD orders to {n} unrelated places from one sender: the addressees may not have ordered.',
      caution: 'The addressees are the victims. Call before shipping.',
    },
  },
  judge(evidence) {
    const cod = isCod(evidence);
    if (!cod) return judged(cod, ['gateway']);
    const own = ownKeys(evidence);
    const sent = ordersWithin(evidence, numberOf(hours, evidence))?.filter(
      (order) =>
        (sharesEmail(own, order) || sharesPhone(own, order) || sharesNetwork(own, order)) &&
        meansCod(order.order.gateway ?? '', evidence.shop.codNames),
    );
    const targets = new Set([own.baseKey, ...(sent ?? []).map(({ baseKey }) => baseKey)]);
    targets.delete('');
    return judged(sent && targets.size >= numberOf(places, evidence), ['history'], () => ({
      n: targets.size,
    }));
  },
};
