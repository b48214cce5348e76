import type { AutomationAnswer, WouldHave } from '../../contract/automation.ts';
import type { OrderDetail } from '../../contract/orders.ts';
import { mayDo } from '../actions/permissions.ts';
import type { Deps } from '../deps.ts';
import { getOrder } from '../pages/orders-queries.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { lastHour } from './breaker.ts';
import { cancelUnanswered } from './cancel-unanswered.ts';
import { mayCapture } from './plan-capture.ts';

/** What the app does by itself, and how a person has a say in it. */
export interface AutomationUseCases {
  overview(caller: Caller): Promise<AutomationAnswer>;
  /** Takes the breaker back in. What it stopped stays with the staff. */
  resume(caller: Caller): Promise<Answer<AutomationAnswer>>;
  /** Neither mailbox nor voicemail holds an answer: a person says so. */
  confirmNoAnswer(caller: Caller, orderId: string): Promise<Answer<OrderDetail>>;
}

export const createAutomationUseCases = (deps: Deps): AutomationUseCases => ({
  overview: (caller) => overview(deps, caller),
  resume: (caller) => resume(deps, caller),
  confirmNoAnswer: (caller, orderId) => confirmNoAnswer(deps, caller, orderId),
});

const windowMs = 30 * 86_400_000;
const shownOrders = 20;

async function overview(deps: Deps, { shop }: Caller): Promise<AutomationAnswer> {
  const now = deps.now();
  const { tripped } = await deps.storage.read.automation.load(shop);
  return {
    cancelUnanswered: await unanswered(deps, shop, now - windowMs),
    captureNormal: await capturable(deps, shop, now - windowMs),
    breaker: {
      tripped: tripped === null ? null : { ...tripped, at: new Date(tripped.at).toISOString() },
      lastHour: await lastHour(deps.storage.read, shop, now),
    },
  };
}

const mostLines = 1_000;

/** Orders whose last date passed without an answer: the log has a line for each. */
async function unanswered(deps: Deps, shop: string, from: number): Promise<WouldHave> {
  const range = { from, to: null, who: null, what: ['contact-unanswered'], orderId: null };
  const lines = await deps.storage.read.audit.page(shop, range, null, mostLines);
  const names = new Map(lines.map(({ orderId, orderName }) => [orderId ?? '', orderName]));
  const orders = [...names].flatMap(([id, name]) => (name === null ? [] : [{ id, name }]));
  return { count: orders.length, orders: orders.slice(0, shownOrders) };
}

const slice = 100;
const mostLooked = 1_000;

/** As the orders stand: what was captured meanwhile would have been captured by the app. A page at a time. */
async function capturable(
  deps: Deps,
  shop: string,
  from: number,
): Promise<AutomationAnswer['captureNormal']> {
  const found: { id: string; name: string }[] = [];
  let looked = 0;
  let cursor: string | undefined;
  while (looked < mostLooked) {
    const page = await deps.storage.read.orders.list(shop, {
      ...{ level: ['normal'], limit: slice },
      ...(cursor === undefined ? {} : { cursor }),
    });
    const recent = page.orders.filter(({ snapshot }) => Date.parse(snapshot.createdAt) >= from);
    looked += recent.length;
    const hits = recent.filter((order) => mayCapture(asItCame(order)));
    found.push(...hits.map(({ id, snapshot }) => ({ id, name: snapshot.name })));
    if (recent.length < page.orders.length || page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  return { count: found.length, orders: found.slice(0, shownOrders), looked };
}

type Listed = Parameters<typeof mayCapture>[0];

/** Without what happened to it later: shipped, captured, decided upon. */
const asItCame = (order: Listed): Listed => ({
  ...order,
  decision: null,
  cancelling: false,
  snapshot: {
    ...order.snapshot,
    closedAt: null,
    fulfillmentStatus: 'UNFULFILLED',
    transactions: order.snapshot.transactions.filter(({ kind }) => kind === 'AUTHORIZATION'),
  },
});

async function resume(deps: Deps, caller: Caller): Promise<Answer<AutomationAnswer>> {
  const { shop, staff } = caller;
  const isAllowed = await deps.storage.write(async (tx) => {
    if (!mayDo('settings', staff, await tx.shops.settings(shop))) return false;
    if ((await tx.automation.load(shop)).tripped === null) return true;
    await tx.automation.save(shop, { tripped: null });
    await tx.audit.add(shop, {
      ...{ orderId: null, at: deps.now(), byKind: 'staff', byId: staff.userId },
      ...{ byName: staff.name ?? staff.userId, what: 'breaker-resumed', details: {} },
    });
    return true;
  });
  if (!isAllowed) return { ok: false, code: 'not_allowed' };
  return { ok: true, value: await overview(deps, caller) };
}

async function confirmNoAnswer(
  deps: Deps,
  caller: Caller,
  orderId: string,
): Promise<Answer<OrderDetail>> {
  const { shop, staff } = caller;
  const by = staff.name ?? staff.userId;
  const outcome = await deps.storage.write(async (tx) => {
    const order = await tx.orders.lock(shop, orderId);
    if (order === null) return 'not_found';
    const contact = await tx.contacts.load(shop, orderId);
    if (contact?.stage !== 'decide') return 'too_late';
    if (contact.noAnswer != null) return 'ok';
    await tx.contacts.save(shop, { ...contact, noAnswer: { by, at: deps.now() } });
    await tx.audit.add(shop, {
      ...{ orderId, at: deps.now(), byKind: 'staff', byId: staff.userId, byName: by },
      ...{ what: 'no-answer-confirmed', details: {} },
    });
    await cancelUnanswered(tx, deps, order);
    return 'ok';
  });
  if (outcome !== 'ok') return { ok: false, code: outcome };
  deps.wake(shop);
  return getOrder(deps, caller, orderId);
}
