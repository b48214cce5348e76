import { mayDo } from '../actions/permissions.ts';
import type { Deps } from '../deps.ts';
import { buyerKeys } from '../judging/order-keys.ts';
import type { PersonAsked } from '../ports/privacy-port.ts';
import type { OrderRecord, Tables } from '../ports/storage-port.ts';
import { auditBy } from '../queue/audit-by.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { mostOrders } from '../webhooks/compliance.ts';
import type { AccessLog } from './access-log.ts';
import { holds, listKeysOf, ordersSharing, speaksOf } from './find-buyer.ts';

const mostEntries = 1_000;
const mostLines = 2_000;
const webhooksOfPage = 50;

/**
 * Everything that the app holds on the customer of a request, as one JSON file, made when it is asked
 * for: nothing of it is stored a second time, and it is as of now.
 */
export async function exportRequest(
  deps: Deps,
  access: AccessLog,
  caller: Caller,
  id: string,
): Promise<Answer<AsyncIterable<string>>> {
  const { shop, staff } = caller;
  const { read } = deps.storage;
  if (!mayDo('settings', staff, await read.shops.settings(shop))) {
    return { ok: false, code: 'not_allowed' };
  }
  const request = await read.privacy.load(shop, id);
  if (request?.kind !== 'data-request' || request.person === null) {
    return { ok: false, code: 'not_found' };
  }
  const now = deps.now();
  await deps.storage.write((tx) =>
    tx.audit.add(shop, {
      ...auditBy(caller, null, now),
      what: 'data-exported',
      details: { request: id },
    }),
  );
  access.note(caller, 'data-request', id);
  return { ok: true, value: pieces(deps, shop, request.person, headOf(deps, shop, request)) };
}

const about = {
  ja: 'Shopify の依頼（customers/data_request）にもとづき、このアプリが作成時点で保存している、このお客様の情報です。お客様へ渡す前に、ほかの人の情報が含まれていないか確かめてください。',
  en: 'Made at the request that Shopify passed on (customers/data_request): what this app holds on this customer as of now. Before you hand it to the customer, check that nothing in it is about somebody else.',
};

function headOf(deps: Deps, shop: string, request: { id: string; at: number; person: unknown }) {
  return {
    about,
    app: `Sekisho ${deps.version}`,
    shop,
    request: { id: request.id, receivedAt: new Date(request.at).toISOString() },
    madeAt: new Date(deps.now()).toISOString(),
    askedFor: request.person,
  };
}

async function* pieces(
  deps: Deps,
  shop: string,
  person: PersonAsked,
  head: object,
): AsyncGenerator<string> {
  const { read } = deps.storage;
  yield JSON.stringify(head, null, 2).replace(/\n\}$/, ',\n');
  const found = await ordersSharing(read, shop, person, mostOrders);
  const ids = [...new Set([...person.orderIds, ...found.map(({ id }) => id)])];
  yield* array('orders', ordersOf(read, shop, ids));
  yield ',\n';
  yield* array('listEntries', listEntriesOf(read, shop, person, found, deps.now()));
  yield ',\n';
  yield* array('signalsNotJudged', snoozesOf(read, shop, person));
  yield ',\n';
  yield* array('webhooksNotDone', webhooksOf(read, shop, person));
  yield '\n}\n';
}

async function* array(name: string, items: AsyncIterable<unknown>): AsyncGenerator<string> {
  yield `  ${JSON.stringify(name)}: [`;
  let isFirst = true;
  for await (const item of items) {
    yield `${isFirst ? '\n' : ',\n'}${JSON.stringify(item, null, 2)}`;
    isFirst = false;
  }
  yield isFirst ? ']' : '\n  ]';
}

/** One at a time: a buyer's orders are never in memory together. */
async function* ordersOf(
  read: Tables,
  shop: string,
  ids: readonly string[],
): AsyncGenerator<unknown> {
  const everything = { from: null, to: null, who: null };
  for (const id of ids) {
    const order = await read.orders.load(shop, id);
    if (order === null) continue;
    const seen = await read.access.page(shop, { ...everything, subject: id }, null, mostLines);
    yield {
      ...order,
      openCase: await read.cases.openCase(shop, id),
      contact: await read.contacts.load(shop, id),
      calls: await read.contacts.callsOf(shop, id),
      mails: await read.mails.ofOrder(shop, id),
      actions: await read.actions.ofOrder(shop, id),
      shownInShopify: await read.effects.ofOrder(shop, id),
      log: await read.audit.ofOrder(shop, id, mostLines),
      seenBy: seen.map(({ entry }) => ({ userId: entry.userId, at: isoOf(entry.at) })),
    };
  }
}

const isoOf = (at: number) => new Date(at).toISOString();

/** Those that hold his e-mail or telephone, and those that his orders agreed with in full. */
async function* listEntriesOf(
  read: Tables,
  shop: string,
  person: PersonAsked,
  orders: readonly OrderRecord[],
  now: number,
): AsyncGenerator<unknown> {
  const keys = listKeysOf(person);
  const matching = keys.length === 0 ? [] : await read.lists.matching(shop, keys, now, mostEntries);
  const own = matching.filter((entry) => holds(entry, keys));
  yield* own;
  const told = new Set(own.map(({ id }) => id));
  const marks = orders.flatMap(({ listMarks = [] }) => listMarks ?? []);
  for (const { id, match } of marks) {
    if (match !== 'exact' || told.has(id)) continue;
    told.add(id);
    const entry = await read.lists.load(shop, id);
    if (entry !== null) yield entry;
  }
}

async function* snoozesOf(read: Tables, shop: string, { customer }: PersonAsked) {
  yield* await read.snoozes.active(shop, buyerKeys(customer), 0);
}

async function* webhooksOf(read: Tables, shop: string, person: PersonAsked) {
  for (let after = 0; ; ) {
    const page = await read.retention.undoneWebhooks(shop, after, webhooksOfPage);
    yield* page.filter(({ body }) => speaksOf(person, body));
    const last = page.at(-1);
    if (last === undefined || page.length < webhooksOfPage) return;
    after = last.id;
  }
}
