import { nameKey } from '../japan/keys.ts';
import { familyNameKey } from '../japan/name.ts';
import type { AddressFacts, Evidence } from './order-facts.ts';
import { perOrder } from './per-order.ts';

export interface Person {
  readonly key: string;
  readonly family: string;
}

const read = (address: AddressFacts | null | undefined): Person | null => {
  const key = nameKey(address?.lastName, address?.firstName);
  return key ? { key, family: familyNameKey(address?.lastName, address?.firstName) } : null;
};

export const recipientOf = perOrder(({ order }: Evidence) => read(order.shipping));

/** The billing name, else the shipping name; null where neither is known. */
export const ordererOf = perOrder((evidence: Evidence) => {
  const { billing, shipping } = evidence.order;
  const isSame =
    billing?.lastName === shipping?.lastName && billing?.firstName === shipping?.firstName;
  return isSame ? recipientOf(evidence) : (read(billing) ?? recipientOf(evidence));
});

/** A person of an earlier order, whose name stands in one field. */
export function readPerson(
  name: string | null | undefined,
  shipping?: AddressFacts | null,
): Person | null {
  if (!name?.trim()) return read(shipping);
  const key = nameKey(name);
  const family = /\s/.test(name.trim())
    ? familyNameKey(null, name)
    : (read(shipping)?.family ?? '');
  return key ? { key, family: family || key } : null;
}

/** The orderer's address, which the name of an order stands in: billing, else shipping. */
export const ordererAddress = ({ order: { billing, shipping } }: Evidence): AddressFacts | null =>
  [billing, shipping].find((one) => one?.lastName || one?.firstName) ?? null;
