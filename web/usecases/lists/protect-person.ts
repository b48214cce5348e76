import type { ListEntry } from '../../risk/list-entry.ts';
import { fingerprintOf, keysOfEntry } from '../../risk/list-keys.ts';
import { enqueueDeployCheckout } from '../checkout/deploy-checkout.ts';
import { enqueueJudgeOpen, orderKeysOf } from '../judging/judge-open-orders.ts';
import type { OrderRecord, Tables } from '../ports/storage-port.ts';
import { expiryOf } from './list-entries-check.ts';
import { identityFor } from './list-proposal.ts';
import { bareWarehouse } from './list-warehouse.ts';

export interface Protection {
  /** Of the new entry. */
  readonly id: string;
  readonly now: number;
  /** Who said so; null: the app, because the buyer's mailbox or telephone denied the order. */
  readonly by: { readonly id: string; readonly name: string } | null;
}

/**
 * Somebody in whose name was ordered, and who did not: further orders to this place and telephone are
 * always confirmed before they ship, and nobody calls the person suspicious (law 4). Standing there
 * already, nothing happens. The caller's transaction commits it with the work that follows.
 * @returns whether an entry was added
 */
export async function protectPerson(
  tx: Tables,
  order: OrderRecord,
  { id, now, by }: Protection,
): Promise<boolean> {
  const proposed = identityFor('protected', order.facts);
  // A forwarder's warehouse without a customer's code is the place of thousands.
  const identity = bareWarehouse(proposed.address) ? { ...proposed, address: null } : proposed;
  const keys = keysOfEntry(identity);
  // Nothing is known of where the parcel would go (a gift card sent by mail).
  if (keys.length === 0) return false;
  const entry: ListEntry = {
    id,
    kind: 'protected',
    identity,
    reason: 'victim',
    note: null,
    addedAt: now,
    addedBy: by === null ? { kind: 'app', id: null, name: null } : { kind: 'staff', ...by },
    order: { id: order.id, name: order.snapshot.name },
    expiresAt: expiryOf(undefined, now),
  };
  const fingerprint = fingerprintOf(entry.kind, identity);
  const { duplicate } = await tx.lists.add(order.shop, { entry, keys, fingerprint });
  if (duplicate !== null) return false;
  await audit(tx, order, entry);
  await enqueueDeployCheckout(tx, order.shop, now);
  await enqueueJudgeOpen(tx, order.shop, orderKeysOf(identity), now);
  return true;
}

const audit = (tx: Tables, { shop, id }: OrderRecord, { addedBy, addedAt, ...entry }: ListEntry) =>
  tx.audit.add(shop, {
    orderId: id,
    at: addedAt,
    byKind: addedBy.kind === 'staff' ? 'staff' : 'app',
    byId: addedBy.id,
    byName: addedBy.name,
    what: 'list-added',
    details: { entry: entry.id, listKind: entry.kind, listReason: entry.reason },
  });
