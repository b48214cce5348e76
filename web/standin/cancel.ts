import { touch } from './changes.ts';
import { gid } from './ids.ts';
import { openAuthorizations } from './orders.ts';
import { recordVoid } from './payments.ts';
import { refundAll } from './refunds.ts';
import { orderBody } from './rest/order-body.ts';
import type { CancelJob, Order } from './state.ts';
import type { Store } from './store.ts';
import { done, type Outcome, refuse } from './user-error.ts';

export interface CancelRequest {
  readonly orderId: string;
  readonly reason: string;
  readonly restock: boolean;
  readonly refund?: boolean | null;
  readonly refundMethod?: { originalPaymentMethodsRefund?: boolean | null } | null;
  readonly notifyCustomer?: boolean | null;
  readonly staffNote?: string | null;
}

/** Starts Shopify's asynchronous cancellation; what it does happens when its job ends. */
export function cancelOrder(store: Store, request: CancelRequest): Outcome<CancelJob> {
  const refusal = refuseCancel(store, request);
  if (refusal) return refusal;
  const order = store.state.orders.get(request.orderId);
  if (!order) return refuse(['orderId'], 'Order does not exist', 'NOT_FOUND');
  const id = store.newId('Job').split('/').pop() ?? '';
  const job: CancelJob = {
    gid: gid('Job', id),
    resultGid: gid('OrderCancelJobResult', id),
    orderGid: order.gid,
    polls: 0,
    status: 'STARTED',
  };
  store.state.jobs.set(id, job);
  order.cancelJob = id;
  pendingRequests.set(job, request);
  if (store.settings.cancelAtOnce) finishCancel(store, job);
  else if (store.settings.cancelAfterMs !== null) {
    store.scheduler.after(store.settings.cancelAfterMs, () => finishCancel(store, job));
  }
  return done(job);
}

const pendingRequests = new WeakMap<CancelJob, CancelRequest>();

function refuseCancel(store: Store, request: CancelRequest) {
  if ((request.staffNote ?? '').length > 255) {
    return refuse(
      ['staffNote'],
      'Staff note is too long. Maximum length is 255 characters.',
      'INVALID',
    );
  }
  const both = typeof request.refund === 'boolean' && request.refundMethod != null;
  if (both) {
    return refuse(
      ['refund'],
      'Only one of the arguments `refund` or `refund_method` is allowed.',
      'INVALID',
    );
  }
  const order = store.state.orders.get(request.orderId);
  if (!order) return refuse(['orderId'], 'Order does not exist', 'NOT_FOUND');
  if (order.cancelledAt !== null) {
    return refuse(['orderId'], 'Cannot cancel an order that has already been canceled', 'INVALID');
  }
  if (order.cancelJob !== null) {
    return refuse(null, 'Cancellation is already in progress', 'INVALID');
  }
  if (order.fulfillments.length > 0) {
    return refuse(
      ['orderId'],
      'Cannot cancel an order that has outstanding fulfillments',
      'INVALID',
    );
  }
  return undefined;
}

/** Reading a job moves it on: that is how an app that polls sees it end. */
export function pollJob(store: Store, job: CancelJob): CancelJob {
  job.polls += 1;
  if (job.status === 'STARTED' && job.polls > store.settings.cancelPolls) finishCancel(store, job);
  return job;
}

/** Authorizations are released whatever was asked; captured money goes back only if asked. */
export function finishCancel(store: Store, job: CancelJob): void {
  const order = store.state.orders.get(job.orderGid);
  const request = pendingRequests.get(job);
  if (job.status !== 'STARTED' || !order || !request) return;
  job.status = 'SUCCEEDED';
  store.oneAction(() => applyCancel(store, order, request));
}

function applyCancel(store: Store, order: Order, request: CancelRequest): void {
  for (const each of openAuthorizations(order)) recordVoid(store, order, each);
  const refund = request.refund === true || request.refundMethod?.originalPaymentMethodsRefund;
  if (refund) refundAll(store, order, request.staffNote ?? null);
  order.cancelledAt = store.now();
  order.closedAt = store.now();
  order.cancelReason = request.reason;
  order.staffNote = request.staffNote ?? null;
  if (request.restock) order.restockedUnits += closeLines(order);
  else closeLines(order);
  if (request.notifyCustomer) order.mailsToBuyer.push('cancelled');
  store.emit('orders/cancelled', orderBody(store, order));
  touch(store, order);
}

/** Takes every unit out of the order and closes its fulfillment orders; answers how many units. */
function closeLines(order: Order): number {
  const units = order.lineItems.reduce((count, line) => count + line.quantity - line.removed, 0);
  for (const line of order.lineItems) line.removed = line.quantity;
  for (const each of order.fulfillmentOrders) {
    each.status = 'CLOSED';
    each.holds = [];
    each.lines = each.lines.map((line) => ({ ...line, total: 0, remaining: 0 }));
  }
  return units;
}
