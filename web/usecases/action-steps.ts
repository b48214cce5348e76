import type { RefusalCode } from '../contract/errors.ts';
import type { Deps } from './deps.ts';
import { judgeOrder } from './judge-order.ts';
import { keepJudgement } from './keep-judgement.ts';
import { planNow } from './money-plan.ts';
import type { ActionRecord, OrderRecord } from './storage-port.ts';

/** How an action's run ended: over, or to be looked at again after a while. */
export type RunResult =
  | { readonly ended: 'done' }
  | { readonly ended: 'failed'; readonly code: RefusalCode; readonly message: string }
  | { readonly again: number };

/** The order as Shopify has it now, judged and kept; null where it is gone. */
export async function readNow(deps: Deps, action: ActionRecord): Promise<OrderRecord | null> {
  const { shop, orderId } = action;
  const loaded = await deps.shopify.loadOrder(shop, orderId, 'staff');
  if (loaded === null) return null;
  return deps.storage.write(async (tx) => {
    const before = await tx.orders.lock(shop, orderId);
    const judged = await judgeOrder(tx, { shop, ...loaded, before, arrives: false }, deps.now());
    return keepJudgement(tx, judged, before, deps.now());
  });
}

/** The clerk saw another plan than the one that would be carried out now. */
export const seesAnotherPlan = (action: ActionRecord, order: OrderRecord) =>
  action.input.seen !== null && action.input.seen !== planNow(order).hash;
