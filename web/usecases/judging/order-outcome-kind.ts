import type { OrderOutcome } from '../ports/order-port.ts';
import type { OrderRecord } from '../ports/storage-port.ts';
import type { DisputeSnapshot, OrderSnapshot } from './order-snapshot.ts';

/**
 * How an order ended, as far as anybody told. `shipped`: paid and sent, good once nobody has said
 * otherwise for two weeks; `other`: cancelled, refunded or a test, which says nothing of the buyer.
 */
export const endings = ['fraud', 'refused', 'dispute', 'good', 'shipped', 'other', 'open'] as const;
export type Ending = (typeof endings)[number];

type Ended = Pick<OrderRecord, 'decision' | 'outcome' | 'snapshot'>;

/** A parcel that is refused, or a card that is disowned at once, is known within this time. */
export const settlesAfter = 14 * 86_400_000;

/**
 * The worst that was told counts: a chargeback after a signed delivery is a chargeback. Shopify's
 * `Order.returnStatus` is not read: who sends goods back had them, gave an address and speaks to the shop, which
 * is no fraud and no refused parcel; once refunded the order says nothing (`other`), until then it counts as
 * shipped. It would cost points for each order, and change no ending.
 */
export function endingOf({ decision, outcome, snapshot }: Ended): Ending {
  const kind = outcome?.kind;
  if (kind === 'fraud' || isCancelledAsFraud(snapshot)) return 'fraud';
  if (kind === 'refused' || kind === 'unclaimed') return 'refused';
  if (standingDispute(snapshot) !== null) return 'dispute';
  if (snapshot.test) return 'other';
  if (kind === 'delivered') return 'good';
  if (snapshot.cancelledAt !== null) return 'other';
  if (decision?.kind === 'approved') return 'good';
  if (snapshot.financialStatus === 'REFUNDED') return 'other';
  const isPaid = snapshot.financialStatus === 'PAID';
  return isPaid && snapshot.fulfillmentStatus === 'FULFILLED' ? 'shipped' : 'open';
}

/** @param at epoch milliseconds at which the question is asked */
export function endedWell(order: Ended, at: number): boolean {
  const ending = endingOf(order);
  if (ending !== 'shipped') return ending === 'good';
  return at - Date.parse(order.snapshot.createdAt) >= settlesAfter;
}

export const endedBadly = (order: Ended) => isBad(endingOf(order));

export const isBad = (ending: Ending) =>
  ending === 'fraud' || ending === 'refused' || ending === 'dispute';

/** Shopify's OrderCancelReason FRAUD: ours, or somebody's in Shopify admin. */
export const isCancelledAsFraud = ({ cancelledAt, cancelReason, test }: OrderSnapshot) =>
  cancelledAt !== null && cancelReason === 'FRAUD' && !test;

/**
 * A chargeback that the shop has not won. An inquiry asks and takes nothing; one whose type nobody
 * told is not counted either (unknown is no evidence).
 */
export const standingDispute = ({ disputes }: OrderSnapshot): DisputeSnapshot | null =>
  (disputes ?? []).find(
    ({ type, status }) => type === 'CHARGEBACK' && status !== 'WON' && status !== 'PREVENTED',
  ) ?? null;

/** What the order page tells: the person's word, or what Shopify told where nobody said anything. */
export function toldOutcome({ outcome, snapshot }: Ended):
  | (Omit<OrderOutcome, 'kind'> & {
      readonly kind: OrderOutcome['kind'] | 'dispute';
    })
  | null {
  if (outcome?.kind === 'fraud') return outcome;
  const told = { byId: null, by: null, note: null, loss: null };
  const dispute = standingDispute(snapshot);
  if (dispute !== null)
    return { ...told, kind: 'dispute', at: Date.parse(dispute.at ?? snapshot.updatedAt) };
  if (outcome !== null) return outcome;
  if (!isCancelledAsFraud(snapshot) || snapshot.cancelledAt === null) return null;
  return { ...told, kind: 'fraud', at: Date.parse(snapshot.cancelledAt) };
}
