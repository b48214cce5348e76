import type { ListIdentity } from '../../risk/list-entry.ts';
import { enqueueDeployCheckout } from '../checkout/deploy-checkout.ts';
import type { Deps } from '../deps.ts';
import type { OrderKey, OrderRecord, Tables, Task } from '../ports/storage-port.ts';
import { judgeOrder } from './judge-order.ts';
import { keepJudgement } from './keep-judgement.ts';
import { keysOfKind, orderKeys } from './order-keys.ts';
import { isOver, wantsHold } from './order-state.ts';

/** More orders than this are judged by one sweep instead of by a task each. */
const mostAlone = 50;
const sliceSize = 100;

/** The keys by which open orders know what an entry knows: those of `order-keys.ts`. */
export function orderKeysOf(identity: ListIdentity): OrderKey[] {
  const { emails, phones, name, reading, address, ip, card } = identity;
  const none = { id: '', createdAt: '' };
  const told = orderKeys(
    { ...none, shipping: address, clientIp: ip, card, email: emails[0], phone: phones[0] },
    null,
  );
  const more = [
    ...emails.slice(1).map((email) => ({ ...none, email })),
    ...phones.slice(1).map((phone) => ({ ...none, phone })),
    ...[name, reading].map((lastName) => ({ ...none, shipping: { lastName } })),
  ].flatMap((facts) => orderKeys(facts, null));
  // A postal code is a quarter of a town: nobody in it is meant.
  const kinds = ['email', 'phone', 'place', 'room', 'ip', 'card', 'name'] as const;
  return [...new Set(keysOfKind([...told, ...more], kinds))];
}

/**
 * Open orders that share a key with what changed on a list are judged again; null: all of them, after
 * an import. Committed with the change itself, so that none is forgotten.
 * @param runAt later than now where somebody may still take the change back
 * @returns how many orders it concerns
 */
export async function enqueueJudgeOpen(
  tx: Tables,
  shop: string,
  keys: readonly OrderKey[] | null,
  now: number,
  runAt = now,
): Promise<number> {
  const ids = keys === null ? null : await tx.openOrders.sharing(shop, keys, mostAlone + 1);
  const kind = 'judge-open-orders' as const;
  if (ids === null || ids.length > mostAlone) {
    await tx.tasks.enqueue(shop, { kind, key: '', priority: 'background', runAt }, now);
    // Entries by the thousand: those that fit act at checkout too.
    if (keys === null) await enqueueDeployCheckout(tx, shop, now);
    return tx.openOrders.count(shop);
  }
  for (const id of ids) {
    await tx.tasks.enqueue(shop, { kind, key: id, subject: id, priority: 'order', runAt }, now);
  }
  return ids.length;
}

/** One order, or with an empty key all open ones. Running it twice changes nothing. */
export async function judgeOpenOrders(deps: Deps, { shop, key }: Task): Promise<void> {
  if (key !== '') return judgeOpenOrder(deps, shop, key);
  let last: { id: string; createdAt: number } | null = null;
  for (;;) {
    const slice: { id: string; createdAt: number }[] = await deps.storage.read.openOrders.before(
      shop,
      last,
      sliceSize,
    );
    for (const { id } of slice) await judgeOpenOrder(deps, shop, id);
    last = slice.at(-1) ?? null;
    if (slice.length < sliceSize) return;
  }
}

/** Judged beside the writer first: most orders stay as they are, and those cost no write. */
async function judgeOpenOrder(deps: Deps, shop: string, id: string): Promise<void> {
  const known = await deps.storage.read.orders.load(shop, id);
  if (known === null || (await judgedOtherwise(deps, deps.storage.read, known)) === null) return;
  await deps.storage.write(async (tx) => {
    const before = await tx.orders.lock(shop, id);
    if (before === null) return;
    const judged = await judgedOtherwise(deps, tx, before);
    if (judged === null) return;
    await keepJudgement(tx, judged, before, deps.now());
    await auditChange(tx, before, judged, deps.now());
  });
  deps.wake(shop);
}

async function judgedOtherwise(
  deps: Deps,
  tables: Tables,
  before: OrderRecord,
): Promise<OrderRecord | null> {
  if (isOver(before)) return null;
  const judged = await judgeOrder(tables, { ...before, before, arrives: false }, deps.now());
  const said = (order: OrderRecord) =>
    JSON.stringify([order.assessment, order.plan]) + marksOf(order);
  return said(judged) === said(before) ? null : judged;
}

const marksOf = ({ listMarks }: OrderRecord) => JSON.stringify(listMarks ?? []);

/** Why the judgement changed, and that a hold has lost its reason: lifting it is told by itself. */
async function auditChange(
  tx: Tables,
  before: OrderRecord,
  judged: OrderRecord,
  now: number,
): Promise<void> {
  const said = { orderId: judged.id, at: now, byKind: 'app', byId: null, byName: null } as const;
  if (marksOf(before) === marksOf(judged)) return;
  const levels = { level: judged.assessment.level, before: before.assessment.level };
  await tx.audit.add(judged.shop, { ...said, what: 'list-judged', details: levels });
  if (wantsHold(before) && !wantsHold(judged)) {
    await tx.audit.add(judged.shop, { ...said, what: 'hold-not-needed', details: {} });
  }
}
