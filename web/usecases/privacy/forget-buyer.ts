import type { Deps } from '../deps.ts';
import { buyerKeys, searchKeys } from '../judging/order-keys.ts';
import { forgetListed } from '../lists/forget-listed.ts';
import type { PersonAsked, PrivacyRequest } from '../ports/privacy-port.ts';
import type { Tables, Task } from '../ports/storage-port.ts';
import { isSamePerson, ordersSharing, speaksOf } from './find-buyer.ts';
import { forgetListLines } from './forget-list-lines.ts';
import { inSlices } from './in-slices.ts';

const ordersOfSlice = 3;
const webhooksOfPage = 50;
const mostRequests = 1_000;

/**
 * customers/redact: all orders that share the customer's number, e-mail or telephone, and all that hangs on
 * them; list entries but past fraud (ADR 0012); what was to be skipped for the buyer; webhooks that failed;
 * saved views that look for him; his earlier requests. Each step finds what is left: dying in the middle, and
 * running twice, change nothing.
 */
export async function forgetBuyer(
  deps: Deps,
  { shop, key }: Task,
): Promise<{ runAt: number } | undefined> {
  const request = await deps.storage.read.privacy.load(shop, key);
  if (request?.person == null) return undefined;
  const { person } = request;
  if (!(await inSlices(() => eraseOrders(deps, shop, key, person)))) return { runAt: deps.now() };
  await forgetWebhooks(deps, shop, person);
  await deps.storage.write((tx) => forgetRest(tx, shop, person, deps.now()));
  await forgetListLines(deps, shop);
  await deps.storage.write((tx) => finish(tx, shop, key, deps.now()));
  deps.wake(shop);
  return undefined;
}

async function eraseOrders(
  { storage }: Deps,
  shop: string,
  key: string,
  person: PersonAsked,
): Promise<number> {
  const known = await storage.read.retention.storedAmong(shop, person.orderIds);
  const sharing = await ordersSharing(storage.read, shop, person, ordersOfSlice);
  const ids = [...new Set([...known, ...sharing.map(({ id }) => id)])].slice(0, ordersOfSlice);
  // Named by Shopify and never judged: nothing of them is stored but, perhaps, what hangs on them.
  if (ids.length === 0) await storage.write((tx) => tx.orders.eraseOrders(shop, person.orderIds));
  else await storage.write((tx) => eraseSome(tx, shop, key, ids));
  return ids.length;
}

async function eraseSome(
  tx: Tables,
  shop: string,
  key: string,
  ids: readonly string[],
): Promise<void> {
  await tx.queue.raise(shop);
  await tx.orders.eraseOrders(shop, ids);
  const request = await tx.privacy.load(shop, key);
  if (request !== null) await tx.privacy.save({ ...request, orders: request.orders + ids.length });
}

/** Those that failed lie there for a week; what is on its way is worked off first. */
async function forgetWebhooks({ storage }: Deps, shop: string, person: PersonAsked): Promise<void> {
  for (let after = 0; ; ) {
    const page = await storage.read.retention.undoneWebhooks(shop, after, webhooksOfPage);
    const ids = page.flatMap(({ id, body }) => (speaksOf(person, body) ? [id] : []));
    if (ids.length > 0) await storage.write((tx) => tx.retention.clearWebhooks(shop, ids));
    const last = page.at(-1);
    if (last === undefined || page.length < webhooksOfPage) return;
    after = last.id;
  }
}

async function forgetRest(
  tx: Tables,
  shop: string,
  person: PersonAsked,
  now: number,
): Promise<void> {
  const keys = buyerKeys(person.customer);
  await forgetListed(tx, shop, person.customer, now);
  for (const { id } of await tx.snoozes.active(shop, keys, 0)) await tx.snoozes.remove(shop, id);
  for (const { id, query } of await tx.views.all(shop)) {
    const typed = new URLSearchParams(query).get('q') ?? '';
    if (searchKeys(typed).some((one) => keys.includes(one))) await tx.views.remove(shop, id);
  }
}

/** An earlier request for his data has nothing left to be answered with. */
async function finish(tx: Tables, shop: string, key: string, now: number): Promise<void> {
  const all = await tx.privacy.list(shop, mostRequests);
  const own = all.find(({ id }) => id === key);
  if (own?.person == null) return;
  const done = (request: PrivacyRequest) =>
    tx.privacy.save({
      ...request,
      ...{ state: 'done', person: null, doneAt: request.doneAt ?? now },
    });
  for (const request of all) {
    if (request.person !== null && isSamePerson(request.person, own.person)) await done(request);
  }
  await done(own);
  await tx.audit.add(shop, {
    ...{ orderId: null, at: now, byKind: 'shopify', byId: null, byName: null },
    what: 'data-erased',
    details: { request: key, orders: own.orders },
  });
}
