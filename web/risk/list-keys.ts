/**
 * What a list is looked up by. Strong keys (`email: phone: room: card:`) are 一致 when they are equal.
 * Blocking keys (all others) only fetch candidates, which list-match.ts then compares; they are
 * chosen so that no pair that it calls 類似 goes without a common key, at 10 keys an entry or fewer:
 * a similar pair agrees in its block (`base:`), in the letters of its e-mail (`stem:`), or in all but
 * one digit of a phone together with a name or a network, and then in one half of that number.
 */
import type { ListIdentity, ListKind } from './list-entry.ts';
import { type ListTraits, traitsOfEntry, traitsOfOrder } from './list-traits.ts';
import type { Evidence } from './order-facts.ts';

/** A number with one digit changed keeps one of its halves. */
function halvesOf(phone: string): [string, string] {
  const middle = phone.length >> 1;
  return [`<${phone.slice(0, middle)}`, `>${phone.slice(middle)}`];
}

function strongKeys({ emails, phones, place, card }: ListTraits): string[] {
  return [
    ...emails.map((email) => `email:${email}`),
    ...phones.map((phone) => `phone:${phone}`),
    ...(place?.room ? [`room:${place.room}`] : []),
    ...(card ? [`card:${card.card}`] : []),
  ];
}

function blockingKeys({ stems, phones, names, place, network }: ListTraits): string[] {
  const halves = [...new Set(phones.flatMap(halvesOf))];
  const weak = [...names, ...(network ? [network] : [])];
  return [
    ...(place?.base ? [`base:${place.base}`] : []),
    ...stems.map((stem) => `stem:${stem}`),
    ...weak.flatMap((trait) => halves.map((half) => `half:${trait}|${half}`)),
    ...names.map((name) => `name:${name}`),
    ...(network ? [`ip:${network}`] : []),
  ];
}

/** None stands there twice: traits are distinct, and so are halves of phones that begin alike. */
const keysOf = (traits: ListTraits): string[] => [...strongKeys(traits), ...blockingKeys(traits)];

/** Everything that an entry is found by; empty where nothing of it can be compared. */
export const keysOfEntry = (identity: ListIdentity): readonly string[] =>
  keysOf(traitsOfEntry(identity));

/**
 * Everything that an order asks the list for, in one statement: strong keys first, `name:` and `ip:`
 * last. A crowd can share those two and they are never more than a remark: a look-up may be cut there.
 */
export const keysToFind = ({ order, shop }: Pick<Evidence, 'order' | 'shop'>): readonly string[] =>
  keysOf(traitsOfOrder({ order, shop, history: {}, staffChecks: {} }));

/** An e-mail, phone, house number, card, name or network by which an order could be recognised. */
export const hasKeys = (identity: ListIdentity): boolean => keysOfEntry(identity).length > 0;

/** Both of an entry, which is read once for them. */
export function keysAndPrint(
  kind: ListKind,
  identity: ListIdentity,
): { keys: readonly string[]; fingerprint: string } {
  const traits = traitsOfEntry(identity);
  return { keys: keysOf(traits), fingerprint: fingerprintOfTraits(kind, traits) };
}

/**
 * One text for one entry in any spelling. Names belong to it, since two people may share a phone;
 * a building's name does not, since it is left out as often as not.
 */
export const fingerprintOf = (kind: ListKind, identity: ListIdentity): string =>
  fingerprintOfTraits(kind, traitsOfEntry(identity));

function fingerprintOfTraits(kind: ListKind, traits: ListTraits): string {
  const { card, names, network } = traits;
  const weak = [
    ...names.map((name) => `name:${name}`),
    ...(network ? [`ip:${network}`] : []),
    ...(card?.expiry ? [`expiry:${card.expiry}`] : []),
  ];
  return [kind, ...[...strongKeys(traits), ...weak].sort()].join('\n');
}
