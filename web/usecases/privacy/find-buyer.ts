import type { ListEntry } from '../../risk/list-entry.ts';
import { keysOfEntry } from '../../risk/list-keys.ts';
import { buyerKeys } from '../judging/order-keys.ts';
import type { PersonAsked } from '../ports/privacy-port.ts';
import type { OrderRecord, Tables } from '../ports/storage-port.ts';

/** Later than any order. */
const ever = { createdAt: Number.MAX_SAFE_INTEGER, id: '' };

/** Orders that share the customer's number, e-mail or telephone; the newest `limit`. */
export async function ordersSharing(
  tables: Tables,
  shop: string,
  { customer }: PersonAsked,
  limit: number,
): Promise<OrderRecord[]> {
  const rows = await tables.orders.history(shop, buyerKeys(customer), ever, limit);
  return rows.map(({ order }) => order);
}

/** What list entries of this person are looked up by: e-mail and telephone, in any spelling. */
export function listKeysOf({ customer }: PersonAsked): string[] {
  const identity = {
    emails: customer?.email ? [customer.email] : [],
    phones: customer?.phone ? [customer.phone] : [],
    ...{ name: null, reading: null, address: null, ip: null, card: null },
  };
  return keysOfEntry(identity).filter((key) => /^(?:email|phone):/.test(key));
}

export const holds = (entry: ListEntry, keys: readonly string[]): boolean =>
  keysOfEntry(entry.identity).some((key) => keys.includes(key));

/** Whether a text that was kept as it came (a webhook's body) speaks of this person. */
export function speaksOf({ customer, orderIds }: PersonAsked, text: string): boolean {
  const email = customer?.email?.toLowerCase();
  if (email && text.toLowerCase().includes(email)) return true;
  const ids = [...orderIds, ...(customer?.id ? [customer.id] : [])];
  return ids.some((id) => new RegExp(`(?<!\\d)${id}(?!\\d)`).test(text));
}

export const isSamePerson = (a: PersonAsked, b: PersonAsked): boolean =>
  buyerKeys(a.customer).some((key) => buyerKeys(b.customer).includes(key));
