import type { OrderFacts } from '../../../web/risk/order-facts.ts';
import { orderKeys } from '../../../web/usecases/judging/order-keys.ts';
import type { OrderSnapshot } from '../../../web/usecases/judging/order-snapshot.ts';
import type { OrderKey, OrderRecord } from '../../../web/usecases/ports/storage-port.ts';
import { ordinary } from '../load/load-orders.ts';

/** Every buyer of the past has bought so often. */
export const ordersOfBuyer = 4;
/** Of so many orders one was cancelled as fraud. */
export const fraudEvery = 100;
/** A mobile carrier's address: in the small shop and in the large one as many orders come from it. */
export const carrierIp = '192.0.2.77';
const fromCarrier = 2_000;
const carrierEvery = 5;

const day = 86_400_000;
/** Younger than any retention, and all in the window of the statistics. */
const spreadOver = 300 * day;
/** A prime: neighbours by id are far from each other in time. */
const scatter = 7_919;

export const isFraud = (n: number) => n % fraudEvery === fraudEvery - 1;

const comesFromCarrier = (n: number) => n % carrierEvery === 0 && n < carrierEvery * fromCarrier;

export const buyerOf = (n: number) => Math.floor(n / ordersOfBuyer);

/** Buyers from documentation networks, one each: an address that many share is the carrier's. */
export const networkOf = (buyer: number) =>
  `2001:db8:${(buyer >> 12).toString(16)}:${(buyer & 4095).toString(16)}::1`;

const iso = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** What an order of the past keeps of its judgement: what hit. The rest of the signals say nothing of it. */
const hitsOnly = ({ assessment }: OrderRecord) => ({
  ...assessment,
  signals: assessment.signals.filter(({ outcome }) => outcome === 'hit'),
});

interface Buyer {
  readonly number: number;
  readonly facts: Pick<OrderFacts, 'email' | 'phone' | 'shipping' | 'billing' | 'card'>;
  readonly gid: string;
  /** Of the orders from home; reading an address is the dearest part of an order. */
  keys: readonly OrderKey[] | null;
}

function makeBuyer(number: number, { facts }: OrderRecord): Buyer {
  const { customer, phone, shipping, payment } = ordinary(number);
  const card = payment?.kind === 'card' ? { bin: payment.bin, last4: payment.last4 } : {};
  const address = {
    ...facts.shipping,
    address1: shipping?.address1,
    phone,
    firstName: shipping?.firstName,
  };
  return {
    number,
    keys: null,
    gid: `gid://shopify/Customer/${7_000_000_000 + number}`,
    facts: {
      ...{ email: customer?.email, phone, shipping: address, billing: address },
      card:
        facts.card === null || facts.card === undefined ? facts.card : { ...facts.card, ...card },
    },
  };
}

/** Orders of the past by their number, each as the app would hold it now that all is over. */
export function pastOrders(pattern: OrderRecord, { now }: { now: number }) {
  let last: Buyer | null = null;
  const buyer = (number: number): Buyer => {
    if (last?.number !== number) last = makeBuyer(number, pattern);
    return last;
  };
  return (n: number): OrderRecord => {
    const who = buyer(buyerOf(n));
    const id = String(4_000_000_000_000 + n);
    const createdAt = now - day - ((n * scatter) % 1_000_003) * (spreadOver / 1_000_003);
    const amount = 500 + ((n * scatter) % 60_000);
    const clientIp = comesFromCarrier(n) ? carrierIp : networkOf(who.number);
    const itsFacts: OrderFacts = {
      ...pattern.facts,
      ...who.facts,
      ...{ id, createdAt: iso(createdAt), clientIp, total: amount },
      items: (pattern.facts.items ?? []).slice(0, 1).map((item) => ({
        ...item,
        ...{ price: amount, quantity: 1 },
      })),
    };
    const itsSnapshot = ended(pattern.snapshot, { id, createdAt, amount, gid: who.gid }, n);
    return {
      ...pattern,
      ...{ id, facts: itsFacts, snapshot: itsSnapshot, assessment: hitsOnly(pattern) },
      ...{ holdState: 'none', firstSeenAt: createdAt, judgedAt: createdAt },
      keys: keysOf(who, itsFacts, itsSnapshot),
    };
  };
}

function keysOf(buyer: Buyer, facts: OrderFacts, snapshot: OrderSnapshot): readonly OrderKey[] {
  if (facts.clientIp === carrierIp) return orderKeys(facts, snapshot);
  buyer.keys ??= orderKeys(facts, snapshot);
  return buyer.keys;
}

interface ItsOwn {
  readonly id: string;
  readonly createdAt: number;
  readonly amount: number;
  /** The customer's. */
  readonly gid: string;
}

/** Shipped and paid, or cancelled as fraud after an hour. */
function ended(snapshot: OrderSnapshot, own: ItsOwn, n: number): OrderSnapshot {
  const at = iso(own.createdAt);
  const later = iso(own.createdAt + day / 24);
  return {
    ...snapshot,
    ...{ id: own.id, gid: `gid://shopify/Order/${own.id}`, name: `#A${1_000_000 + n}` },
    ...{ createdAt: at, updatedAt: later },
    ...{ total: { amount: own.amount, currency: 'JPY' }, financialStatus: 'PAID' },
    ...(isFraud(n)
      ? { cancelledAt: later, cancelReason: 'FRAUD', fulfillmentStatus: 'UNFULFILLED' }
      : { fulfillmentStatus: 'FULFILLED' }),
    customer: snapshot.customer && { ...snapshot.customer, gid: own.gid, createdAt: at },
    fulfillmentOrders: snapshot.fulfillmentOrders.map((each) => ({
      ...each,
      ...{ gid: `gid://shopify/FulfillmentOrder/${own.id}`, status: 'CLOSED', canHold: false },
    })),
  };
}
