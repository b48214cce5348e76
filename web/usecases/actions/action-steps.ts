import type { RefusalCode } from '../../contract/errors.ts';
import type { Deps } from '../deps.ts';
import { judgeOrder } from '../judging/judge-order.ts';
import { keepJudgement } from '../judging/keep-judgement.ts';
import type { LoadedOrder } from '../ports/shopify-port.ts';
import type { ActionRecord, OrderRecord } from '../ports/storage-port.ts';
import { freshest } from '../webhooks/merge-webhook.ts';
import { planNow } from './money-plan.ts';

/** How an action's run ended: over, or to be looked at again after a while. */
export type RunResult =
  | { readonly ended: 'done' }
  | { readonly ended: 'failed'; readonly code: RefusalCode; readonly message: string }
  | { readonly again: number };

/** The order as Shopify has it now, judged and kept; null where it is gone. */
export async function readNow(deps: Deps, action: ActionRecord): Promise<OrderRecord | null> {
  const { shop, orderId } = action;
  const loaded = await deps.shopify.loadOrder(shop, orderId, 'staff');
  return loaded === null ? null : keepRead(deps, shop, orderId, loaded);
}

/** Judges and keeps an order that was read; null where it was erased meanwhile. */
export const keepRead = (deps: Deps, shop: string, orderId: string, loaded: LoadedOrder) =>
  deps.storage.write(async (tx) => {
    const before = await tx.orders.lock(shop, orderId);
    if (before === null) return null;
    const input = { ...freshest(before, loaded), before, arrives: false };
    return keepJudgement(tx, await judgeOrder(tx, input, deps.now()), before, deps.now());
  });

/**
 * Whether a payment that Shopify refused to void or capture has been voided or captured: the request
 * arrived twice, or an earlier one was done though its answer was lost. Asked of a freshly read order.
 */
export const isUsedBy = (
  order: OrderRecord | null,
  kind: 'VOID' | 'CAPTURE',
  authorization: string,
): boolean =>
  order?.snapshot.transactions.some(
    (one) => one.kind === kind && one.status === 'SUCCESS' && one.parentGid === authorization,
  ) ?? false;

/** The clerk saw another plan than the one that would be carried out now. */
export const seesAnotherPlan = (action: ActionRecord, order: OrderRecord) =>
  action.input.seen !== null && action.input.seen !== planNow(order).hash;
