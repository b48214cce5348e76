import type { ListKind, ListProposal, ListReason } from '../../contract/lists.ts';
import { phoneKey } from '../../japan/keys.ts';
import type { ListIdentity } from '../../risk/list-entry.ts';
import type { AddressFacts, CardFacts, OrderFacts } from '../../risk/order-facts.ts';
import type { Deps } from '../deps.ts';
import { endingOf } from '../judging/order-outcome-kind.ts';
import type { OrderRecord } from '../ports/storage-port.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { presentEntry, presentIdentity } from './list-entries-dto.ts';
import { entriesLike, evidenceOf } from './list-matches.ts';
import { bareWarehouse } from './list-warehouse.ts';

/** What could be put on a list from this order, in its own spelling. Staff choose the keys. */
export async function proposeListEntry(
  deps: Deps,
  caller: Caller,
  orderId: string,
): Promise<Answer<ListProposal>> {
  const { read } = deps.storage;
  const order = await read.orders.load(caller.shop, orderId);
  if (order === null) return { ok: false, code: 'not_found' };
  const entries = await entriesLike(read, caller.shop, evidenceOf(order), deps.now());
  const proposed = proposalFor(order);
  const isWarehouse = bareWarehouse(proposed.identity.address);
  const identity = { ...proposed.identity, ...(isWarehouse ? { address: null } : {}) };
  return {
    ok: true,
    value: {
      identity: presentIdentity(identity),
      kind: proposed.kind,
      reason: proposed.reason,
      existing: entries.filter((entry) => entry.order?.id === orderId).map(presentEntry),
      leftOut: isWarehouse ? [{ field: 'address', why: 'forwarder-without-code' }] : [],
    },
  };
}

interface Proposed {
  readonly kind: ListKind;
  readonly reason: ListReason;
  readonly identity: ListIdentity;
}

export function proposalFor(order: OrderRecord): Proposed {
  const { kind, reason } = proposedKind(order);
  return { kind, reason, identity: identityFor(kind, order.facts) };
}

/** By what happened to the order; nothing happened: a candidate, which scores little. */
function proposedKind(order: OrderRecord): Pick<Proposed, 'kind' | 'reason'> {
  const isCod = order.paymentKind === 'cod';
  const isDenied = order.staffChecks['staff-denies-order'] === 'hit';
  // Who never ordered the parcel that comes to the door is its victim (law 4).
  if (isCod && isDenied) return { kind: 'protected', reason: 'victim' };
  switch (endingOf(order)) {
    case 'dispute':
      return { kind: 'fraud', reason: 'chargeback' };
    case 'fraud':
      return { kind: 'fraud', reason: isCod ? 'prank' : fraudReason(order, isDenied) };
    case 'refused':
      return {
        kind: 'cod',
        reason: order.outcome?.kind === 'unclaimed' ? 'unclaimed' : 'refused',
      };
    case 'good':
      return { kind: 'allowed', reason: 'verified' };
    default:
      return { kind: 'watch', reason: 'other' };
  }
}

const fraudReason = ({ facts }: OrderRecord, isDenied: boolean): ListReason =>
  facts.card ? 'stolen-card' : isDenied ? 'impersonation' : 'other';

/** Of a victim only where the parcel would go: e-mail, network and card are the prankster's. */
export function identityFor(kind: ListKind, facts: OrderFacts): ListIdentity {
  const { shipping, billing, email, phone } = facts;
  const isVictim = kind === 'protected';
  const phones = isVictim ? [shipping?.phone] : [phone, shipping?.phone, billing?.phone];
  const person = isVictim
    ? shipping
    : [billing, shipping].find((one) => one?.lastName || one?.firstName);
  // A trusted buyer's network is also the neighbours' and tomorrow somebody else's.
  const hasTraces = kind === 'fraud' || kind === 'cod' || kind === 'watch';
  return {
    emails: isVictim || !email || email.length > 254 ? [] : [email],
    phones: distinctPhones(phones),
    name: clip([person?.lastName, person?.firstName].filter(Boolean).join(' '), 200) || null,
    reading: null,
    address: shipping ? plainAddress(shipping) : null,
    ip: hasTraces ? clip(facts.clientIp, 45) || null : null,
    card: hasTraces ? cardOf(facts.card) : null,
  };
}

const clip = (text: string | null | undefined, max: number) => (text ?? '').slice(0, max);

function distinctPhones(given: readonly (string | null | undefined)[]): string[] {
  const byKey = new Map<string, string>();
  for (const phone of given) {
    const key = phoneKey(phone);
    if (phone && key && phone.length <= 40 && !byKey.has(key)) byKey.set(key, phone);
  }
  return [...byKey.values()];
}

const plainAddress = (address: AddressFacts): AddressFacts => ({
  zip: clip(address.zip, 20),
  provinceCode: clip(address.provinceCode, 10),
  countryCode: address.countryCode,
  city: clip(address.city, 255),
  address1: clip(address.address1, 255),
  address2: clip(address.address2, 255),
});

function cardOf(card: CardFacts | null | undefined): ListIdentity['card'] {
  const { bin, last4 } = card ?? {};
  if (!/^\d{6,8}$/.test(bin ?? '') || !/^\d{4}$/.test(last4 ?? '')) return null;
  return { bin, last4, expiry: clip(card?.expiry, 7) || null };
}
