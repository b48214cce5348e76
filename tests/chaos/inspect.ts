import type { Knex } from 'knex';
import type { OrderDetail } from '../../web/contract/orders.ts';
import { isKnownTopic } from '../../web/shopify/webhook-payload.ts';
import { orderOf } from '../../web/standin/store.ts';
import { openStorage } from '../../web/storage/open-storage.ts';
import { type ChaosShop, domain } from './chaos-shop.ts';
import type { WorkedOrder } from './clerk.ts';
import { judgeEnd, type Shown, type Violation, type Wrong } from './verdict.ts';

/** What was found wrong with one order, with all that happened to it. */
export interface Finding extends Violation {
  readonly order: string;
  readonly history: readonly string[];
}

export interface Findings {
  readonly findings: readonly Finding[];
  /** Mails to buyers that the app shows as of unknown fate. */
  readonly unknownMails: number;
  /** Mails that the mail server took. */
  readonly mails: number;
  /** Webhooks that Shopify gave up: a matter of reconciliation. */
  readonly givenUp: number;
  /** Mutations that were sent once more after they had been done: Shopify refused them. */
  readonly refused: number;
}

/** Compares the store, the mail server and the app's pages once everything has come to rest. */
export async function inspect(
  shop: ChaosShop,
  db: Knex,
  orders: readonly WorkedOrder[],
): Promise<Findings> {
  const findings: Finding[] = [];
  const find = (order: WorkedOrder | null, violations: readonly Violation[], shown: Shown) => {
    for (const one of violations) {
      const history = order === null ? [] : historyOf(shop, order, shown);
      findings.push({ ...one, order: order?.id ?? '', history });
    }
  };
  for (const order of orders) {
    const shown = await shownBy(shop, order.id);
    // Given up by Shopify before the app was there to hear of it: nothing was promised yet.
    if (shown === null && !shop.watch.isTold(order.gid)) continue;
    const real = orderOf(shop.store.store, order.gid);
    find(order, judgeEnd(order, real, shown, shop.watch.happened), shown);
    if (!order.done) {
      find(order, [{ wrong: 'lost_clicks', why: 'staff could not finish their clicks' }], shown);
    }
  }
  find(null, await unfinishedWebhooks(shop, db), null);
  find(null, await failedWork(db), null);
  const mails = await inspectMails(shop, orders);
  for (const { order, ...one } of mails.faults) find(order, [one], null);
  return {
    findings,
    unknownMails: mails.unknown,
    mails: shop.mail.received.length,
    givenUp: shop.watch.givenUp().length,
    refused: shop.standIn.executed().filter(({ refusals }) => refusals.length > 0).length,
  };
}

async function shownBy(shop: ChaosShop, id: string): Promise<Shown> {
  const { status, body } = await shop.call('GET', `/api/orders/${id}`);
  if (status === 404) return null;
  if (status !== 200) throw new Error(`order ${id}: ${status}`);
  return body as OrderDetail;
}

/** What was answered 200 stands in the inbox, and its work is done. */
async function unfinishedWebhooks(shop: ChaosShop, db: Knex): Promise<Violation[]> {
  const rows: { webhook_id: string; state: string }[] = await db('inbox').select(
    'webhook_id',
    'state',
  );
  const states = new Map(rows.map((row) => [row.webhook_id, row.state]));
  return [...shop.watch.acknowledged()].flatMap(([id, topic]) => {
    if (!isKnownTopic(topic) || states.get(id) === 'done') return [];
    return [{ wrong: 'lost_webhooks', why: `${topic} ${id} is ${states.get(id) ?? 'not stored'}` }];
  });
}

async function failedWork(db: Knex): Promise<Violation[]> {
  const rows: { kind: string; key: string; error: string }[] = await db('tasks').where({
    state: 'failed',
  });
  return rows.map(({ kind, key, error }) => ({
    wrong: 'lost_clicks',
    why: `${kind} ${key} was given up: ${error}`,
  }));
}

type MailFault = Violation & { readonly order: WorkedOrder | null };

/** By what the mail server took: no Message-ID twice, none shown as sent that never came. */
async function inspectMails(shop: ChaosShop, orders: readonly WorkedOrder[]) {
  const times = new Map<string, number>();
  for (const { mail } of shop.mail.received) {
    const id = mail.messageId ?? '';
    times.set(id, (times.get(id) ?? 0) + 1);
  }
  const faults: MailFault[] = [];
  const storage = openStorage({ ...shop, now: Date.now });
  let unknown = 0;
  try {
    for (const order of orders) {
      const mails = await storage.read.mails.ofOrder(domain, order.id);
      const fault = (wrong: Wrong, why: string) => faults.push({ order, wrong, why });
      if (mails.length > order.mails.size && order.mails.size > 0) {
        fault('double_actions', `${mails.length} letters were written for one click`);
      }
      for (const { messageId, state } of mails) {
        const arrived = times.get(messageId) ?? 0;
        if (state === 'unknown') unknown += 1;
        if (arrived > 1) fault('double_actions', `a letter arrived ${arrived} times`);
        const isKnown = state === 'unknown' || (state === 'sent' && arrived === 1);
        if (!isKnown) fault('lost_clicks', `a letter is ${state} and arrived ${arrived} times`);
      }
    }
  } finally {
    await storage.close();
  }
  return { faults, unknown };
}

/** For replay: what the store carried out and what staff clicked, in the order of time. */
function historyOf(shop: ChaosShop, order: WorkedOrder, shown: Shown): string[] {
  const real = orderOf(shop.store.store, order.gid);
  const own = new Set<string | undefined>([
    '',
    real.gid,
    ...real.fulfillmentOrders.map(({ gid }) => gid),
    ...real.transactions.map(({ gid }) => gid.split('/').at(-1)),
  ]);
  const lines: [number, string][] = [
    [order.placedAt, `placed, ${order.plan.suspicious ? 'suspicious' : 'clean'}`],
    ...shop.watch.happened
      .filter(({ at, to }) => at >= order.placedAt && own.has(to))
      .map(({ at, what, to }): [number, string] => [at, `${what} ${to}`]),
    ...order.clicks.map(({ at, step, tries, status, code }): [number, string] => [
      at,
      `staff: ${step.do} → ${status} ${code ?? ''} (${tries} tries)`,
    ]),
  ];
  const told = lines
    .toSorted(([a], [b]) => a - b)
    .map(([at, line]) => `${at - order.placedAt} ms ${line}`);
  const app =
    shown === null
      ? 'app: not known'
      : `app: ${shown.state}, case ${shown.hasOpenCase}, ${shown.cannotHold}`;
  return [...told, app];
}
