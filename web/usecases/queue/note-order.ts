import type { OrderDetail } from '../../contract/orders.ts';
import type { Deps } from '../deps.ts';
import { getOrder } from '../pages/orders-queries.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { auditBy } from './audit-by.ts';
import { touchCase } from './touch-case.ts';

/** What a person wants the others to know of an order. It stands in its history, with who and when. */
export async function noteOrder(
  deps: Deps,
  caller: Caller,
  orderId: string,
  text: string,
): Promise<Answer<OrderDetail>> {
  const { shop } = caller;
  const now = deps.now();
  const found = await deps.storage.write(async (tx) => {
    if ((await tx.orders.lock(shop, orderId)) === null) return false;
    await tx.audit.add(shop, {
      ...auditBy(caller, orderId, now),
      what: 'noted',
      details: { note: text },
    });
    await touchCase(tx, shop, orderId, now);
    return true;
  });
  return found ? getOrder(deps, caller, orderId) : { ok: false, code: 'not_found' };
}
