import type { OrderDetail } from '../../web/contract/orders.ts';
import type { Executed } from '../../web/standin/executed.ts';
import type { OrderView } from '../../web/standin/order-view.ts';
import type { Requested } from '../../web/standin/request-log.ts';
import type { ShopState } from '../../web/standin/state.ts';
import { domain, type RunningApp } from '../support/app-on-stand-in.ts';
import type { StormyOrder } from './faults-clerk.ts';

const heldTag = 'sekisho:held';
const approvedTag = 'sekisho:approved';

/** Where the app's word and the store differ, or a click has not ended. Pure. */
export function orderFaults(order: StormyOrder, real: OrderView, shown: OrderDetail): string[] {
  if (shown.state === undefined) return ['the app never judged it'];
  return [
    ...openActions(shown),
    ...holdFaults(order, real, shown),
    ...tagFaults(real, shown),
    ...moneyFaults(real, shown),
  ];
}

function openActions({ actions }: OrderDetail): string[] {
  const open = actions.filter(({ state }) => state === 'scheduled' || state === 'running');
  const unsaid = actions.filter(({ state, failure }) => state === 'failed' && failure === null);
  return [
    ...open.map(({ kind, state }) => `its ${kind} is ${state} for ever`),
    ...unsaid.map(({ kind }) => `its ${kind} failed without a word`),
  ];
}

function holdFaults(order: StormyOrder, real: OrderView, shown: OrderDetail): string[] {
  const mustHold = shown.state === 'held' || shown.state === 'voided';
  const open = real.fulfillmentOrders.filter(({ status }) => status !== 'CLOSED');
  const counts = open.map(({ holds }) => holds.filter(({ byApp }) => byApp).length);
  const wrong = counts.filter((count) => count !== (mustHold ? 1 : 0));
  const isDecided = order.clicks.some(({ status }) => status < 300);
  return [
    ...(wrong.length > 0 ? [`${shown.state} with ${counts.join('+')} holds of ours`] : []),
    ...(mustHold && !shown.hasOpenCase ? ['held without a case'] : []),
    ...(order.suspicious && !isDecided && shown.state !== 'held' ? ['flagged, not held'] : []),
    ...(mustHold && shown.cannotHold !== null ? [`told as cannot hold: ${shown.cannotHold}`] : []),
  ];
}

function tagFaults({ tags, risk, cancelledAt }: OrderView, shown: OrderDetail): string[] {
  const mustHold = shown.state === 'held' || shown.state === 'voided';
  const faults: string[] = [];
  if (tags.includes(heldTag) !== mustHold) faults.push(`${shown.state}, tagged ${tags.join()}`);
  if (shown.state === 'approved' && tags.join() !== approvedTag) {
    faults.push(`approved, tagged ${tags.join()}`);
  }
  const isFlagged = shown.level !== 'normal' && cancelledAt === null && shown.state !== 'approved';
  if (isFlagged && !tags.includes(`sekisho:${shown.level}`)) faults.push('no tag of its level');
  const cards = risk.filter(({ ours }) => ours).length;
  if (cards > 1 || (isFlagged && cards === 0)) faults.push(`${cards} risk cards`);
  return faults;
}

/** What an action says of itself must be so in the store; what failed must not have been done. */
function moneyFaults({ money, cancelledAt }: OrderView, { actions, state }: OrderDetail): string[] {
  const has = (kind: string) =>
    money.transactions.some((one) => one.kind === kind && one.status === 'SUCCESS');
  const isDone = (kind: string) => actions.some((one) => one.kind === kind && one.state === 'done');
  const isFailed = (kind: string) =>
    actions.some((one) => one.kind === kind && one.state === 'failed') && !isDone(kind);
  const isCancelled = cancelledAt !== null;
  const faults: string[] = [];
  if ((state === 'cancelled') !== isCancelled) faults.push(`shown as ${state}, is not so`);
  if (isDone('cancel') !== isCancelled) faults.push('cancelled, and its action does not say so');
  if (isDone('void') && !has('VOID')) faults.push('void is told as done, and is not');
  if (isFailed('void') && has('VOID') && !isCancelled)
    faults.push('void is told as failed, is done');
  if (isFailed('approve') && has('CAPTURE')) faults.push('capture is told as failed, is done');
  return faults;
}

const done = (executed: readonly Executed[], field: string) =>
  executed.filter((one) => one.field === field && one.refusals.length === 0);

/** What the store carried out more often than anybody asked for. Pure. */
export function doubles(executed: readonly Executed[], placed: readonly StormyOrder[]): string[] {
  const decisions = new Map(
    placed.map(({ id, clicks }) => [id, clicks.filter(({ status }) => status < 300).length]),
  );
  return [
    ...moreThan(done(executed, 'orderCancel'), (args) => args.orderId, 1),
    ...moreThan(done(executed, 'transactionVoid'), (args) => args.parentTransactionId, 1),
    ...moreThan(done(executed, 'orderCapture'), ({ input }) => JSON.stringify(input), 1),
    ...moreThan(done(executed, 'refundCreate'), ({ input }) => JSON.stringify(input), 0),
    ...flappingTags(executed, decisions),
  ];
}

function moreThan(
  executed: readonly Executed[],
  about: (args: Executed['args']) => unknown,
  most: number,
): string[] {
  const counts = new Map<string, number>();
  for (const { field, args } of executed) {
    const key = `${field} ${String(about(args))}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > most).map(([key, n]) => `${key}: ${n} times`);
}

/** A tag that goes and comes back without anybody's decision. */
function flappingTags(
  executed: readonly Executed[],
  decisions: ReadonlyMap<string, number>,
): string[] {
  const came = new Map<string, number>();
  const on = new Set<string>();
  for (const { field, args, refusals } of executed) {
    if (refusals.length > 0 || !Array.isArray(args.tags)) continue;
    for (const tag of args.tags) {
      const place = `${String(args.id)} ${tag}`;
      if (field === 'tagsRemove') on.delete(place);
      if (field !== 'tagsAdd' || on.has(place)) continue;
      on.add(place);
      came.set(place, (came.get(place) ?? 0) + 1);
    }
  }
  const most = (place: string) =>
    1 + (decisions.get(place.split(' ')[0]?.split('/').pop() ?? '') ?? 0);
  return [...came]
    .filter(([place, n]) => n > most(place))
    .map(([place, n]) => `${place} came ${n} times`);
}

/** Faults after which an app cannot know whether its mutation was done. */
const unknownOutcome = new Set([
  ...[
    'server-error',
    'html',
    'internal-error',
    'silent',
    'reset-before',
    'reset-after',
    'half-data',
  ],
]);

/** Mutations that were sent again after a lost answer without a look at the order. Pure. */
export function blindRepeats(requests: readonly Requested[], state: ShopState): string[] {
  const owner = ownersOf(state);
  const inDoubt = new Set<string>();
  const blind: string[] = [];
  for (const { kind, operation, variables, fault } of requests) {
    const orders = orderGidsIn(variables, owner);
    if (kind === 'query') {
      const isSeen = fault === null || fault.kind === 'half-data';
      for (const order of isSeen ? orders : []) {
        for (const one of inDoubt) if (one.startsWith(`${order} `)) inDoubt.delete(one);
      }
      continue;
    }
    for (const order of orders) {
      const key = `${order} ${operation}`;
      if (inDoubt.has(key)) blind.push(`${operation} of ${order} was sent again blindly`);
      if (fault !== null && unknownOutcome.has(fault.kind)) inDoubt.add(key);
    }
  }
  return blind;
}

/** Fulfillment orders and transactions by the order that they belong to. */
function ownersOf(state: ShopState): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const order of state.orders.values()) {
    owners.set(order.gid, order.gid);
    for (const { gid } of order.fulfillmentOrders) owners.set(gid, order.gid);
    for (const { gid } of order.transactions) owners.set(gid, order.gid);
  }
  return owners;
}

function orderGidsIn(value: unknown, owner: ReadonlyMap<string, string>): Set<string> {
  const found = new Set<string>();
  const look = (one: unknown) => {
    if (typeof one === 'string') {
      const order = owner.get(one);
      if (order !== undefined) found.add(order);
    } else if (typeof one === 'object' && one !== null) Object.values(one).forEach(look);
  };
  look(value);
  return found;
}

/** The shop as a whole: nothing left to do, its past known, its checkout as the rules say. */
export async function shopFaults(running: RunningApp, orders: number): Promise<string[]> {
  const { read } = running.app.storage;
  const faults: string[] = [];
  const known = await read.orders.count(domain);
  if (known !== orders) faults.push(`${known} orders of ${orders} are known`);
  const watchdog = await read.orders.watchdog(domain);
  if (watchdog.flaggedNotHeld + watchdog.heldWithoutCase > 0) faults.push(JSON.stringify(watchdog));
  const { body } = await running.call('GET', '/api/status');
  if (body.failures.length > 0) faults.push(`failures ${JSON.stringify(body.failures)}`);
  if (!body.hasToken) faults.push('no token');
  const { checkout } = body.deployment;
  if (checkout.payment.state !== 'active') faults.push(`checkout ${JSON.stringify(checkout)}`);
  const standing = running.store.store.state.paymentCustomizations.size;
  if (standing !== 1) faults.push(`${standing} payment customizations stand`);
  if (checkout.check === null) faults.push('the daily look at the checkout never came');
  return faults;
}
