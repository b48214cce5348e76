import type { OrderDetail, StaffCheckBody } from '../../contract/orders.ts';
import { signals } from '../../risk/signals/index.ts';
import type { Deps } from '../deps.ts';
import { getOrder } from '../pages/orders-queries.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { judgeOrder } from './judge-order.ts';
import { keepJudgement } from './keep-judgement.ts';

/** A finding of staff enters the score at once, with who and when. */
export async function recordStaffCheck(
  deps: Deps,
  caller: Caller,
  orderId: string,
  { check, result, note }: StaffCheckBody,
): Promise<Answer<OrderDetail>> {
  if (!signals.some((signal) => signal.id === check && signal.group === 'staff')) {
    return { ok: false, code: 'invalid', fields: { check: 'unknown_check' } };
  }
  const { shop } = caller;
  const found = await deps.storage.write(async (tx) => {
    const before = await tx.orders.lock(shop, orderId);
    if (before === null) return false;
    const staffChecks = { ...before.staffChecks, [check]: result };
    const checked = { ...before, staffChecks };
    const earlier = before.staffChecks[check];
    await tx.audit.add(shop, {
      orderId,
      at: deps.now(),
      byKind: 'staff',
      byId: caller.staff.userId,
      byName: caller.staff.name ?? caller.staff.userId,
      what: 'staff-check',
      details: {
        check,
        result,
        ...(earlier === undefined ? {} : { before: earlier }),
        ...(note === undefined ? {} : { note }),
      },
    });
    const input = { ...checked, before: checked, arrives: false };
    await keepJudgement(tx, await judgeOrder(tx, input, deps.now()), before, deps.now());
    return true;
  });
  if (!found) return { ok: false, code: 'not_found' };
  deps.wake(shop);
  return getOrder(deps, caller, orderId);
}
