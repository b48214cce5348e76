import type { ListChangeAnswer, ListEntryBody, ListNoteBody } from '../../contract/lists.ts';
import type { ListEntry } from '../../risk/list-entry.ts';
import { fingerprintOf, keysOfEntry } from '../../risk/list-keys.ts';
import { enqueueDeployCheckout } from '../checkout/deploy-checkout.ts';
import type { Deps } from '../deps.ts';
import { enqueueJudgeOpen, orderKeysOf } from '../judging/judge-open-orders.ts';
import type { KeyedEntry } from '../ports/list-port.ts';
import type { Tables } from '../ports/storage-port.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { expiryOf, identityOf, refusedFields } from './list-entries-check.ts';
import { presentEntry } from './list-entries-dto.ts';
import { entryChanges } from './list-entry-changes.ts';

export const keyed = (entry: ListEntry): KeyedEntry => ({
  entry,
  keys: keysOfEntry(entry.identity),
  fingerprint: fingerprintOf(entry.kind, entry.identity),
});

export type ListAudit = 'list-added' | 'list-changed' | 'list-removed' | 'list-restored';

/** Who changed which entry, when and why; no personal data but the staff's own words. */
export const auditList = (
  deps: Deps,
  tx: Tables,
  caller: Caller,
  what: ListAudit,
  entry: ListEntry,
  note?: string | null,
  before: ListEntry = entry,
) =>
  tx.audit.add(caller.shop, {
    orderId: entry.order?.id ?? null,
    at: deps.now(),
    byKind: 'staff',
    byId: caller.staff.userId,
    byName: caller.staff.name ?? caller.staff.userId,
    what,
    details: {
      entry: entry.id,
      listKind: entry.kind,
      listReason: entry.reason,
      ...(note ? { note } : {}),
      ...(before === entry ? {} : { changes: JSON.stringify(entryChanges(before, entry)) }),
    },
  });

/** Puts somebody on a list. The same person in another spelling stands there already: told, not doubled. */
export async function addListEntry(
  deps: Deps,
  caller: Caller,
  body: ListEntryBody,
): Promise<Answer<ListChangeAnswer & { created: boolean }>> {
  const { shop, staff } = caller;
  const now = deps.now();
  const identity = identityOf(body.identity);
  const fields = refusedFields(body, identity, now);
  if (fields !== null) return { ok: false, code: 'invalid', fields };
  const order = await orderOf(deps, shop, body.orderId);
  if (order === undefined) return { ok: false, code: 'not_found' };
  const entry: ListEntry = {
    id: deps.newId(),
    kind: body.kind,
    identity,
    reason: body.reason,
    note: body.note || null,
    addedAt: now,
    addedBy: { kind: 'staff', id: staff.userId, name: staff.name ?? staff.userId },
    order,
    expiresAt: expiryOf(body.expiresAt, now),
  };
  return deps.storage
    .write(async (tx) => {
      await tx.shops.ensure(shop, now);
      const { duplicate } = await tx.lists.add(shop, keyed(entry));
      if (duplicate !== null) return { duplicate, reassessing: 0 };
      await auditList(deps, tx, caller, 'list-added', entry, entry.note);
      return { duplicate, reassessing: await judgeAgain(tx, caller, [entry], now) };
    })
    .then(async ({ duplicate, reassessing }) => {
      deps.wake(shop);
      const standing =
        duplicate === null ? entry : await deps.storage.read.lists.load(shop, duplicate);
      return changed(standing ?? entry, reassessing, duplicate !== null);
    });
}

/** undefined: it is no order of this shop. */
async function orderOf(deps: Deps, shop: string, id: string | undefined) {
  if (id === undefined) return null;
  const order = await deps.storage.read.orders.load(shop, id);
  return order === null ? undefined : { id, name: order.snapshot.name };
}

const changed = (entry: ListEntry, reassessing: number, duplicate: boolean) => ({
  ok: true as const,
  value: { entry: presentEntry(entry), duplicate, reassessing, created: !duplicate },
});

/** A removal can lift holds: until now + this the undo button prevents it. */
const regretMs = 10_000;

/** Open orders that share anything with the entries, in their old or their new form. */
export async function judgeAgain(
  tx: Tables,
  caller: Caller,
  entries: readonly Pick<ListEntry, 'identity'>[],
  now: number,
  isRemoval = false,
): Promise<number> {
  const keys = new Set(entries.flatMap(({ identity }) => orderKeysOf(identity)));
  await enqueueDeployCheckout(tx, caller.shop, now);
  return enqueueJudgeOpen(tx, caller.shop, [...keys], now, isRemoval ? now + regretMs : now);
}

/** Who added it, when, and from which order stay as they were. */
export async function changeListEntry(
  deps: Deps,
  caller: Caller,
  id: string,
  body: ListEntryBody,
): Promise<Answer<ListChangeAnswer>> {
  const now = deps.now();
  const identity = identityOf(body.identity);
  const before = await deps.storage.read.lists.load(caller.shop, id);
  if (before === null) return { ok: false, code: 'not_found' };
  const fields = refusedFields(body, identity, now);
  if (fields !== null) return { ok: false, code: 'invalid', fields };
  const entry: ListEntry = {
    ...before,
    kind: body.kind,
    identity,
    reason: body.reason,
    note: body.note || null,
    expiresAt: body.expiresAt === undefined ? before.expiresAt : expiryOf(body.expiresAt, now),
  };
  return writeChange(deps, caller, { id, what: 'list-changed', note: entry.note, entry, before });
}

interface Change {
  readonly id: string;
  readonly what: ListAudit;
  readonly note: string | null;
  /** As it shall be, and as it was. */
  readonly entry: ListEntry;
  readonly before: ListEntry;
}

async function writeChange(
  deps: Deps,
  caller: Caller,
  { id, what, note, entry, before }: Change,
): Promise<Answer<ListChangeAnswer>> {
  const { shop } = caller;
  const written = await deps.storage.write(async (tx) => {
    const { done, duplicate } = await tx.lists.replace(shop, keyed(entry));
    if (!done) return { done, duplicate, reassessing: 0 };
    await auditList(deps, tx, caller, what, entry, note, before);
    const reassessing = await judgeAgain(tx, caller, [before, entry], deps.now());
    return { done, duplicate, reassessing };
  });
  deps.wake(shop);
  if (written.done) return changed(entry, written.reassessing, false);
  const other = await deps.storage.read.lists.load(shop, written.duplicate ?? id);
  return other === null ? { ok: false, code: 'not_found' } : changed(other, 0, true);
}

/** Kept for undo until it is swept; open orders are judged without it. */
export async function removeListEntry(
  deps: Deps,
  caller: Caller,
  id: string,
  { note }: ListNoteBody,
): Promise<Answer<ListChangeAnswer>> {
  const { shop } = caller;
  const now = deps.now();
  const written = await deps.storage.write(async (tx) => {
    const entry = await tx.lists.load(shop, id);
    if (entry === null || !(await tx.lists.remove(shop, id, now))) return null;
    await auditList(deps, tx, caller, 'list-removed', entry, note);
    return { entry, reassessing: await judgeAgain(tx, caller, [entry], now, true) };
  });
  if (written === null) return { ok: false, code: 'not_found' };
  deps.wake(shop);
  return changed(written.entry, written.reassessing, false);
}

export async function restoreListEntry(
  deps: Deps,
  caller: Caller,
  id: string,
  { note }: ListNoteBody,
): Promise<Answer<ListChangeAnswer>> {
  const { shop } = caller;
  const written = await deps.storage.write(async (tx) => {
    const { done, duplicate } = await tx.lists.restore(shop, id);
    const entry = await tx.lists.load(shop, done ? id : (duplicate ?? id));
    if (entry === null || (!done && duplicate === null)) return null;
    if (!done) return { entry, reassessing: 0, duplicate: true };
    await auditList(deps, tx, caller, 'list-restored', entry, note);
    const reassessing = await judgeAgain(tx, caller, [entry], deps.now());
    return { entry, reassessing, duplicate: false };
  });
  if (written === null) return { ok: false, code: 'not_found' };
  deps.wake(shop);
  return changed(written.entry, written.reassessing, written.duplicate);
}
