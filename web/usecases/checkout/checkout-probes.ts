import type { CheckoutCondition, CodRule } from '../../contract/checkout-settings.ts';
import type {
  HiddenMethod,
  ListedKind,
  PlaceKind,
  ValidationCheck,
} from '../../contract/checkout-words.ts';
import type { Settings } from '../../contract/settings.ts';
import type { ListEntry } from '../../risk/list-entry.ts';
import { rulesInForce } from './compile-checkout-rules.ts';

/** A buyer whom a rule must catch, as the function's input query tells of one. */
export interface Probe {
  /** Of the rule or check. */
  readonly name: string;
  /** The input, without what the customization or validation itself holds. */
  readonly input: Readonly<Record<string, unknown>>;
  isCaught(output: unknown): boolean;
}

/** `.invalid` is nobody's (RFC 2606): no buyer is ever taken for a canary. */
const emailOf = (kind: ListedKind) => `canary-${kind}@sekisho.invalid`;

/** Whom one metafield alone knows: the check sees that each of them is read, not only the first. */
export const canaryEmail = (kind: ListedKind, slot: number) =>
  `canary-${kind}-${slot}@sekisho.invalid`;

/** Compiled before all real entries, so that the first customization must know them. */
export const canaryEntries = (kinds: readonly ListedKind[]): ListEntry[] =>
  kinds.map((kind) => ({
    id: `canary-${kind}`,
    kind,
    identity: {
      emails: [emailOf(kind)],
      ...{ phones: [], name: null, reading: null, address: null, ip: null, card: null },
    },
    reason: 'other',
    note: null,
    addedAt: 0,
    addedBy: { kind: 'app', id: null, name: null },
    order: null,
    expiresAt: null,
  }));

interface Buyer {
  email: string | null;
  orders: number;
  tagged: boolean;
  amount: number;
  quantity: number;
  company: string | null;
  provinceCode: string | null;
  zip: string | null;
  address1: string | null;
}

const ordinary: Buyer = {
  email: null,
  orders: 1,
  tagged: false,
  amount: 3000,
  quantity: 1,
  company: null,
  provinceCode: null,
  zip: null,
  address1: null,
};

/** An island's postal code without any address; words of places that the function knows of itself. */
const islandCode = '100-0101';
const placeWords: Readonly<Record<PlaceKind, string>> = {
  forwarder: '転送コム',
  depot: '私書箱',
  hotel: 'ホテル',
};

/** What makes a buyer fulfil a condition. */
function fulfilling(condition: CheckoutCondition): Partial<Buyer> {
  switch (condition.kind) {
    case 'always':
      return {};
    case 'listed':
      return { email: emailOf(condition.kinds[0] ?? 'fraud') };
    case 'amount':
      return { amount: amountBetween(condition.over, condition.under) };
    case 'first-order':
      return { orders: 0 };
    case 'quantity':
      return { quantity: condition.over + 1 };
    case 'prefecture':
      return { provinceCode: condition.codes[0] ?? null };
    case 'company':
      return { company: '株式会社例題' };
    case 'product-tag':
    case 'customer-tag':
      return { tagged: true };
    case 'islands':
      return { zip: islandCode };
    case 'place':
      return { address1: placeWords[condition.words[0] ?? 'hotel'] };
  }
}

const amountBetween = (over: number | null, under: number | null): number =>
  over === null ? (under ?? 1) / 2 : under === null ? over + 1 : (over + under) / 2;

/** Fulfils all conditions, or one where one is enough. */
function buyerOf({ match, conditions }: CodRule): Buyer {
  const wanted = match === 'any' ? conditions.slice(0, 1) : conditions;
  return Object.assign({ ...ordinary }, ...wanted.map(fulfilling));
}

const methodNames = ({ checkout, cod }: Settings): Record<HiddenMethod, string> => ({
  cod: cod.checkoutNames[0] ?? '代金引換',
  konbini: checkout.konbiniNames[0] ?? 'コンビニ決済',
  bank: checkout.bankNames[0] ?? '銀行振込',
});

/** Every rule in force. */
export const paymentProbes = (settings: Settings): Probe[] =>
  rulesInForce(settings).map((rule) => paymentProbe(rule, buyerOf(rule), methodNames(settings)));

/** Buyers one of whom this metafield must know, by one of the lists that rules ask. */
export function paymentSlotProbes(settings: Settings, slot: number): Probe[] {
  return rulesInForce(settings).flatMap((rule) =>
    rule.conditions.flatMap((condition) => {
      if (condition.kind !== 'listed') return [];
      const others = rule.match === 'any' ? ordinary : buyerOf(rule);
      return condition.kinds.map((kind) =>
        paymentProbe(rule, { ...others, email: canaryEmail(kind, slot) }, methodNames(settings)),
      );
    }),
  );
}

function paymentProbe(rule: CodRule, buyer: Buyer, names: Record<HiddenMethod, string>): Probe {
  const methods = rule.hide.map((kind) => ({ id: `canary-${kind}`, name: names[kind] }));
  return {
    name: rule.name ?? rule.id,
    input: {
      cart: {
        ...cartOf(buyer),
        cost: { totalAmount: { amount: String(buyer.amount) } },
      },
      presentmentCurrencyRate: '1.0',
      paymentMethods: [...methods, { id: 'canary-card', name: 'クレジットカード' }],
    },
    isCaught: (output) => methods.every(({ id }) => JSON.stringify(output).includes(`"${id}"`)),
  };
}

const cartOf = (buyer: Buyer) => ({
  buyerIdentity: {
    email: buyer.email,
    phone: null,
    customer: { numberOfOrders: buyer.orders, hasAnyTag: buyer.tagged },
  },
  deliveryGroups: [{ deliveryAddress: addressOf(buyer) }],
  lines: [{ quantity: buyer.quantity, merchandise: { product: { hasAnyTag: buyer.tagged } } }],
});

const addressOf = ({ company, provinceCode, zip, address1 }: Buyer) => ({
  ...{ countryCode: 'JP', provinceCode, zip, address1, company },
  ...{ city: null, address2: null, phone: null },
});

/** Every check that is on. */
export function validationProbes({ checkout }: Settings): Probe[] {
  const { validation } = checkout;
  const max = validation.quantityLimit?.max;
  const found: Probe[] = [];
  const add = (check: ValidationCheck, isOn: boolean, given: object) => {
    if (isOn) found.push(validationProbe(check, given));
  };
  const address = { ...addressOf(ordinary), company: undefined };
  const to = (given: object) => ({
    deliveryGroups: [{ deliveryAddress: { ...address, ...given } }],
  });
  add('addressWithoutBlock', validation.addressWithoutBlock, to(withoutBlock));
  add('postalContradiction', validation.postalContradiction, to(contradiction));
  add('impossiblePhone', validation.impossiblePhone, to({ phone: '090123' }));
  add('quantityLimit', max !== undefined, { lines: [{ quantity: (max ?? 0) + 1 }] });
  add('blockedBuyers', validation.blockedBuyers, {
    buyerIdentity: { email: emailOf('fraud'), phone: null },
  });
  return found;
}

/** The buyer whom this validation's metafield must know. */
export const validationSlotProbes = ({ checkout }: Settings, slot: number): Probe[] =>
  checkout.validation.blockedBuyers
    ? [
        validationProbe('blockedBuyers', {
          buyerIdentity: { email: canaryEmail('fraud', slot), phone: null },
        }),
      ]
    : [];

const withoutBlock = { provinceCode: 'JP-13', city: '千代田区', address1: '千代田' };
/** Chiyoda's postal code, and Hokkaido. */
const contradiction = { provinceCode: 'JP-01', zip: '100-0001' };

const validationProbe = (name: ValidationCheck, given: object): Probe => ({
  name,
  input: {
    buyerJourney: { step: 'CHECKOUT_COMPLETION' },
    cart: { buyerIdentity: null, deliveryGroups: [], lines: [{ quantity: 1 }], ...given },
    localization: { language: { isoCode: 'JA' } },
  },
  isCaught: (output) => JSON.stringify(output).includes('"message"'),
});
