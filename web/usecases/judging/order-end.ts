import { enqueueAct } from '../actions/enqueue-act.ts';
import { tellShippedAnyway } from '../alerts/tell-order.ts';
import type { EffectRecord, OrderRecord, Tables } from '../ports/storage-port.ts';
import { closeInQueue } from '../queue/case-ends.ts';
import { showsOtherwise } from '../queue/shows-otherwise.ts';
import { touchCase } from '../queue/touch-case.ts';
import { enqueueJudgeOpen } from './judge-open-orders.ts';
import { keysOfKind } from './order-keys.ts';
import { endingOf, isBad } from './order-outcome-kind.ts';
import { isShipped, wantsHold } from './order-state.ts';

/**
 * When an order ends (cancelled, shipped) its case ends with it. An order that should have been
 * held and was shipped is told as such: the failure that this app exists to prevent.
 */
export async function noteEnd(
  tx: Tables,
  before: OrderRecord,
  after: OrderRecord,
  now: number,
): Promise<void> {
  await judgeRelated(tx, before, after, now);
  const { shop, id } = after;
  if (showsOtherwise(before, after)) await touchCase(tx, shop, id, now);
  const end = endOf(before, after);
  if (end === null) return;
  // Our own cancellation is told by its action.
  if (end !== 'cancelled') await audit(tx, after, end, now);
  if (end === 'shipped-though-held') await tellShippedAnyway(tx, after, now);
  await closeInQueue(tx, shop, id, end, now);
  const current = await tx.orders.lock(shop, id);
  if (current !== null) {
    await tx.orders.update({
      ...current,
      holdState: 'none',
      cannotHold: end === 'shipped-though-held' ? 'shipped' : null,
    });
    if (hasOurTags(await tx.effects.ofOrder(shop, id))) await enqueueAct(tx, current, now);
  }
}

/**
 * An order that ended badly (or no longer did) says something of the buyer's other orders: those that
 * are still open are judged again, by a task.
 */
export async function judgeRelated(
  tx: Tables,
  before: OrderRecord,
  after: OrderRecord,
  now: number,
): Promise<void> {
  const [was, is] = [endingOf(before), endingOf(after)];
  if (was === is || !(isBad(was) || isBad(is))) return;
  const person = keysOfKind(after.keys, ['email', 'phone', 'customer', 'card', 'room']);
  await enqueueJudgeOpen(tx, after.shop, person, now);
}

const hasOurTags = (records: readonly EffectRecord[]) =>
  records.some((record) => record.kind === 'tags' && record.applied !== null);

const audit = (tx: Tables, { shop, id }: OrderRecord, what: End, now: number) =>
  tx.audit.add(shop, {
    orderId: id,
    at: now,
    byKind: 'shopify',
    byId: null,
    byName: null,
    what,
    details: {},
  });

type End = 'cancelled' | 'cancelled-elsewhere' | 'shipped' | 'shipped-though-held';

function endOf(before: OrderRecord, after: OrderRecord): End | null {
  if (before.snapshot.cancelledAt === null && after.snapshot.cancelledAt !== null) {
    return before.cancelling ? 'cancelled' : 'cancelled-elsewhere';
  }
  if (!isShipped(before.snapshot) && isShipped(after.snapshot)) {
    return wantsHold(before) ? 'shipped-though-held' : 'shipped';
  }
  return null;
}
