import { keysOfEntry } from '../../risk/list-keys.ts';
import { enqueueDeployCheckout } from '../checkout/deploy-checkout.ts';
import { enqueueJudgeOpen, orderKeysOf } from '../judging/judge-open-orders.ts';
import type { Tables } from '../ports/storage-port.ts';
import { enqueueSweepLists } from './list-sweep.ts';

/** As a request to be forgotten names somebody. */
interface Contact {
  readonly email: string | null;
  readonly phone: string | null;
}

/** More than one buyer ever has; a shared number's further entries are found by the e-mail, or stay. */
const mostEntries = 1_000;

/**
 * Takes a buyer who asks to be forgotten off the lists, for good: no undo is kept, the sweep ends the rows.
 * Past fraud stays until it expires (ADR 0012): to stop it again is why it is remembered, and whoever
 * committed it could otherwise have himself forgotten.
 * @returns how many entries went
 */
export async function forgetListed(
  tx: Tables,
  shop: string,
  contact: Contact | null,
  now: number,
): Promise<number> {
  const identity = {
    emails: contact?.email ? [contact.email] : [],
    phones: contact?.phone ? [contact.phone] : [],
    ...{ name: null, reading: null, address: null, ip: null, card: null },
  };
  const keys = keysOfEntry(identity).filter((key) => /^(?:email|phone):/.test(key));
  if (keys.length === 0) return 0;
  const found = await tx.lists.matching(shop, keys, now, mostEntries);
  const going = found.filter(
    (entry) =>
      entry.kind !== 'fraud' && keysOfEntry(entry.identity).some((key) => keys.includes(key)),
  );
  for (const { id, kind, reason } of going) {
    // Removed long ago, as the sweep counts.
    await tx.lists.remove(shop, id, 0);
    await tx.audit.add(shop, {
      ...{ orderId: null, at: now, byKind: 'shopify', byId: null, byName: null },
      what: 'list-removed',
      details: { entry: id, listKind: kind, listReason: reason, note: 'customers/redact' },
    });
  }
  if (going.length === 0) return 0;
  const shared = new Set(going.flatMap((entry) => orderKeysOf(entry.identity)));
  await enqueueJudgeOpen(tx, shop, [...shared], now, now);
  await enqueueDeployCheckout(tx, shop, now);
  await enqueueSweepLists(tx, shop, now, now);
  return going.length;
}
