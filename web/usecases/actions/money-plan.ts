import { createHash } from 'node:crypto';
import type { RefusalCode } from '../../contract/errors.ts';
import type { Money, MoneyEffect, PlanDto } from '../../contract/orders.ts';
import type { OrderSnapshot, TransactionSnapshot } from '../judging/order-snapshot.ts';
import { isClosed, isOver, stateOf } from '../judging/order-state.ts';
import type { ActionInput, OrderRecord } from '../ports/storage-port.ts';

export interface MoneyState {
  /** Successful authorizations that nothing has captured or voided. */
  readonly voidable: readonly TransactionSnapshot[];
  readonly authorized: Money | null;
  readonly captured: Money | null;
  readonly refunded: Money | null;
}

/** What is authorized, captured and refunded, from the order's own transactions. */
export function moneyState(snapshot: OrderSnapshot): MoneyState {
  const succeeded = snapshot.transactions.filter((t) => t.status === 'SUCCESS');
  // A capture or void that is under way has used its authorization too: never a second one.
  const used = new Set(
    snapshot.transactions
      .filter((t) => t.status === 'SUCCESS' || t.status === 'PENDING')
      .filter((t) => t.kind === 'CAPTURE' || t.kind === 'VOID')
      .map((t) => t.parentGid),
  );
  const voidable = succeeded.filter((t) => t.kind === 'AUTHORIZATION' && !used.has(t.gid));
  const currency = snapshot.total?.currency ?? succeeded[0]?.amount.currency ?? 'JPY';
  return {
    voidable,
    authorized: sum(voidable, currency),
    captured: sum(
      succeeded.filter((t) => t.kind === 'CAPTURE' || t.kind === 'SALE'),
      currency,
    ),
    refunded: sum(
      succeeded.filter((t) => t.kind === 'REFUND'),
      currency,
    ),
  };
}

function sum(transactions: readonly TransactionSnapshot[], currency: string): Money | null {
  const amount = transactions.reduce((total, t) => total + t.amount.amount, 0);
  return amount === 0 ? null : { amount: Math.round(amount * 1000) / 1000, currency };
}

type CancelInput = NonNullable<ActionInput['cancel']>;

export const defaultCancel: CancelInput = {
  reason: 'FRAUD',
  restock: true,
  refund: true,
  notifyCustomer: false,
};

/** Why this order cannot be cancelled any more, or null. */
export function refuseCancel(snapshot: OrderSnapshot): RefusalCode | null {
  if (snapshot.cancelledAt !== null) return 'already_cancelled';
  if (snapshot.fulfillmentStatus === 'FULFILLED') return 'already_shipped';
  if (snapshot.fulfillmentStatus === 'PARTIALLY_FULFILLED') return 'already_shipped';
  return null;
}

/** Why there is no authorization to void, or null. */
export function refuseVoid(snapshot: OrderSnapshot): RefusalCode | null {
  if (snapshot.cancelledAt !== null) return 'already_cancelled';
  // Goods are on their way: without the authorization nobody would pay for them.
  if (snapshot.fulfillmentStatus === 'FULFILLED') return 'already_shipped';
  const money = moneyState(snapshot);
  if (money.voidable.length > 0) return null;
  return money.captured === null ? 'nothing_to_void' : 'already_captured';
}

/** What the buttons would do to this order now. */
export function planNow(order: OrderRecord): PlanDto {
  const { snapshot } = order;
  const money = moneyState(snapshot);
  const cancelRefusal = refuseCancel(snapshot);
  const voidRefusal = refuseVoid(snapshot);
  const state = stateOf(order);
  const over = isOver(order);
  return {
    hash: planHash(snapshot),
    cancel:
      cancelRefusal === null
        ? { possible: true, ...cancelEffect(order, money), restock: true, notifyCustomer: false }
        : { possible: false, refusal: cancelRefusal },
    void:
      voidRefusal === null && money.authorized !== null
        ? { possible: true, amount: money.authorized }
        : { possible: false, refusal: voidRefusal ?? 'nothing_to_void' },
    capture:
      money.authorized !== null && !over
        ? { possible: true, amount: money.authorized }
        : { possible: false },
    approve: !over && state !== 'approved' && state !== 'cancelling',
    release: !over && (state === 'held' || state === 'voided'),
    hold: !over && state !== 'held' && state !== 'cancelling' && !isClosed(order),
  };
}

function cancelEffect(
  order: OrderRecord,
  money: MoneyState,
): { effect: MoneyEffect; amount: Money | null } {
  if (money.authorized !== null) {
    return { effect: 'release-authorization', amount: money.authorized };
  }
  const left = (money.captured?.amount ?? 0) - (money.refunded?.amount ?? 0);
  if (money.captured !== null && left > 0) {
    return { effect: 'refund-captured', amount: { ...money.captured, amount: left } };
  }
  if (order.paymentKind === 'cod') return { effect: 'nothing-cod', amount: null };
  const isFree = (order.snapshot.total?.amount ?? 0) === 0;
  return { effect: isFree ? 'nothing-free' : 'nothing-unpaid', amount: null };
}

const shipped = new Set(['FULFILLED', 'PARTIALLY_FULFILLED']);

/** Changes whenever the money, the shipment or the cancellation did; not when a tag did. */
export function planHash(snapshot: OrderSnapshot): string {
  const facts = [
    snapshot.cancelledAt,
    // ON_HOLD and UNFULFILLED are the same to the buttons: our own hold is no change of the plan.
    shipped.has(snapshot.fulfillmentStatus) ? snapshot.fulfillmentStatus : '',
    snapshot.total?.amount ?? null,
    snapshot.transactions.map((t) => `${t.gid}:${t.kind}:${t.status}:${t.amount.amount}`).sort(),
  ];
  return createHash('sha256').update(JSON.stringify(facts)).digest('base64url').slice(0, 22);
}
