import type { OrderDetail } from '../../contract/orders.ts';
import type { SnoozeBody } from '../../contract/queue.ts';
import { signals } from '../../risk/signals/index.ts';
import type { Deps } from '../deps.ts';
import { enqueueJudgeOpen } from '../judging/judge-open-orders.ts';
import { judgeOrder } from '../judging/judge-order.ts';
import { keepJudgement } from '../judging/keep-judgement.ts';
import { getOrder } from '../pages/orders-queries.ts';
import type { SnoozeRecord } from '../ports/queue-port.ts';
import type { OrderRecord, Tables } from '../ports/storage-port.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { auditBy } from './audit-by.ts';
import { buyerOf } from './snoozed-signals.ts';
import { touchCase } from './touch-case.ts';

const day = 86_400_000;

/** What staff found themselves is not passed over: they take it back where it was wrong. */
const canSnooze = (id: string) =>
  signals.some((signal) => signal.id === id && signal.group !== 'staff');

/**
 * A signal is not judged for this buyer for some days: this order is judged again at once, other
 * open ones of the same buyer by a task. Snoozed already: the new time counts.
 */
export async function snoozeSignal(
  deps: Deps,
  caller: Caller,
  orderId: string,
  { signal, days, note }: SnoozeBody,
): Promise<Answer<OrderDetail>> {
  if (!canSnooze(signal)) {
    return { ok: false, code: 'invalid', fields: { signal: 'unknown_signal' } };
  }
  const now = deps.now();
  return onOrder(deps, caller, orderId, async (tx, order) => {
    const keys = buyerOf(order.keys);
    if (keys.length === 0) return { ok: false, code: 'invalid', fields: { signal: 'no_buyer' } };
    const standing = await tx.snoozes.active(caller.shop, keys, now);
    for (const one of standing) {
      if (one.signal === signal) await tx.snoozes.remove(caller.shop, one.id);
    }
    const until = now + days * day;
    const { userId, name } = caller.staff;
    await tx.snoozes.add(caller.shop, {
      ...{ id: deps.newId(), signal, until, at: now, keys, orderId, note: note ?? null },
      ...{ byId: userId, by: name ?? userId },
    });
    const details = { signal, days, ...(note === undefined ? {} : { note }) };
    await tx.audit.add(caller.shop, {
      ...auditBy(caller, orderId, now),
      what: 'signal-snoozed',
      details,
    });
    await judgeAgain(tx, order, keys, now);
    return null;
  });
}

/** The signal is judged again for this buyer from now on. */
export async function endSnooze(
  deps: Deps,
  caller: Caller,
  orderId: string,
  id: string,
): Promise<Answer<OrderDetail>> {
  const now = deps.now();
  return onOrder(deps, caller, orderId, async (tx, order) => {
    const standing = await tx.snoozes.active(caller.shop, buyerOf(order.keys), now);
    const snooze = standing.find((one) => one.id === id);
    if (snooze === undefined) return { ok: false, code: 'not_found' };
    await tx.snoozes.remove(caller.shop, id);
    const details = { signal: snooze.signal };
    await tx.audit.add(caller.shop, {
      ...auditBy(caller, orderId, now),
      what: 'signal-snooze-ended',
      details,
    });
    await judgeAgain(tx, order, snooze.keys, now);
    return null;
  });
}

async function judgeAgain(
  tx: Tables,
  before: OrderRecord,
  buyer: SnoozeRecord['keys'],
  now: number,
): Promise<void> {
  const judged = await judgeOrder(tx, { ...before, before, arrives: false }, now);
  await keepJudgement(tx, judged, before, now);
  await enqueueJudgeOpen(tx, before.shop, buyer, now);
  await touchCase(tx, before.shop, before.id, now);
}

async function onOrder(
  deps: Deps,
  caller: Caller,
  orderId: string,
  work: (tx: Tables, order: OrderRecord) => Promise<Extract<Answer<never>, { ok: false }> | null>,
): Promise<Answer<OrderDetail>> {
  const refusal = await deps.storage.write(async (tx) => {
    const order = await tx.orders.lock(caller.shop, orderId);
    return order === null ? ({ ok: false, code: 'not_found' } as const) : work(tx, order);
  });
  if (refusal !== null) return refusal;
  deps.wake(caller.shop);
  return getOrder(deps, caller, orderId);
}
