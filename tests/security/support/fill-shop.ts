import { Readable } from 'node:stream';
import { defaultSettings } from '../../../web/contract/default-settings.ts';
import type { MailsAnswer } from '../../../web/contract/mails.ts';
import type { PrivacyAnswer } from '../../../web/contract/privacy.ts';
import type { BulkRun, QueueAnswer, SavedView } from '../../../web/contract/queue.ts';
import type { PlaceOrderInput } from '../../../web/standin/place-order.ts';
import type { RunningApp } from '../../support/app-on-stand-in.ts';
import type { TestMailServer } from '../../support/mail-server.ts';
import { mailOn, signature } from '../../support/mail-shop.ts';
import { strangerOrder } from '../../support/many-cases.ts';
import { cardThief } from '../../support/suspicious-orders.ts';
import { type Canaries, canaryOrder } from './canaries.ts';

/** One thing of every kind that a shop has and a request can name. */
export interface ShopIds {
  readonly shop: string;
  /** Held, with notes, a call, a letter, a snooze, a staff check. */
  readonly order: string;
  /** A cancellation of it waits for its undo window. */
  readonly cancelled: string;
  readonly action: string;
  /** Rows of the queue. */
  readonly row: string;
  readonly otherRow: string;
  readonly entry: string;
  readonly importId: string;
  readonly view: string;
  readonly snooze: string;
  /** Refused by the mail server. */
  readonly mail: string;
  /** Many orders at once: waits for its undo window. */
  readonly run: string;
  readonly cursor: string;
  /** Shopify has passed on that the buyer asks for his data. */
  readonly request: string;
}

export interface World {
  readonly running: RunningApp;
  readonly mails: TestMailServer;
  /** Where alerts go. */
  readonly alertUrl: string;
  readonly alertKey: string;
  readonly mailLogin: { readonly user: string; readonly password: string };
}

/** Brings a shop of the stand-in to a busy day: one thing of every kind, each with the canaries in it. */
export async function fillShop(world: World, shop: string, of: Canaries): Promise<ShopIds> {
  const { running } = world;
  const ask = asker(running, shop);
  await ask('GET', '/api/today');
  await saveSettings(world, ask, of);
  await running.settled();
  const place = (input: PlaceOrderInput) => running.standIn.shop(shop).placeOrder(input).id;
  const order = place(canaryOrder(of));
  const cancelled = place({ ...cardThief, note: of.orderNote });
  const inBulk = place({ ...strangerOrder(1), note: of.orderNote });
  await running.settled();
  const mail = await workOn(world, ask, order, of);
  await ask('POST', `/api/orders/${cancelled}/cancel`, { note: of.staffNote });
  const { actions } = await ask<{ actions: { id: string }[] }>('GET', `/api/orders/${cancelled}`);
  const lists = await fillLists(world, ask, shop, of);
  const saved = await ask<SavedView>('POST', '/api/queue/views', {
    name: of.viewName,
    query: 'level=high',
    shared: true,
  });
  const { rows } = await ask<QueueAnswer>('GET', '/api/queue?limit=100');
  const rowOf = (id: string) => rows.find((row) => row.order.id === id)?.id ?? '';
  const run = await ask<BulkRun>('POST', '/api/bulk', {
    do: 'cancel',
    cases: [rowOf(inBulk)],
    note: of.staffNote,
  });
  await running.settled();
  const page = await ask<{ snoozes: { id: string }[] }>('GET', `/api/orders/${order}`);
  const { nextCursor } = await ask<{ nextCursor: string }>('GET', '/api/orders?limit=1');
  const ids: ShopIds = {
    shop,
    order,
    cancelled,
    action: actions[0]?.id ?? '',
    row: rowOf(order),
    otherRow: rowOf(cancelled) || rowOf(inBulk),
    ...lists,
    view: saved.id,
    snooze: page.snoozes[0]?.id ?? '',
    mail,
    run: run.id,
    cursor: nextCursor,
    request: await requestFor(world, ask, shop, order),
  };
  for (const [name, id] of Object.entries(ids)) if (!id) throw new Error(`${shop} has no ${name}`);
  return ids;
}

type Ask = <T>(method: string, path: string, body?: unknown) => Promise<T>;

function asker(running: RunningApp, shop: string): Ask {
  return async <T>(method: string, path: string, body?: unknown) => {
    const { status, body: answered } = await running.call(method, path, body, { shop });
    if (status >= 400) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(answered)}`);
    const value: T = JSON.parse(JSON.stringify(answered));
    return value;
  };
}

async function requestFor({ running }: World, ask: Ask, shop: string, order: string) {
  running.standIn.shop(shop).sendCompliance('customers/data_request', order);
  await running.settled();
  const { requests } = await ask<PrivacyAnswer>('GET', '/api/privacy');
  return requests[0]?.id ?? '';
}

async function saveSettings(world: World, ask: Ask, of: Canaries) {
  const { mails, alertUrl, alertKey, mailLogin } = world;
  const settings = await ask<object>('GET', '/api/settings');
  await ask('PUT', '/api/settings', {
    ...settings,
    mode: 'act',
    mail: mailOn(mails.port, {
      user: mailLogin.user,
      password: { set: true, value: mailLogin.password },
    }),
    contact: { ...defaultSettings.contact, signature: { ...signature, shop: of.signatureShop } },
    alerts: {
      ...defaultSettings.alerts,
      webhook: {
        on: true,
        url: { set: true, value: `${alertUrl}/${of.attribute}` },
        key: { set: true, value: alertKey },
      },
    },
  });
}

/** What staff do with the order; answers the id of a letter that could not be sent. */
async function workOn({ running, mails }: World, ask: Ask, order: string, of: Canaries) {
  const on = (verb: string, body: object) => ask('POST', `/api/orders/${order}/${verb}`, body);
  await on('notes', { text: of.staffNote });
  await on('checks', { check: 'staff-address-nonexistent', result: 'hit', note: of.staffNote });
  await on('calls', { result: 'not-reached', number: of.phone, note: of.staffNote });
  await on('snooze', { signal: 'phone-mobile-only', days: 30, note: of.staffNote });
  mails.fail('to', 550);
  await on('contact', {
    template: 'address-confirm',
    mail: { subject: of.title, text: of.staffNote },
  });
  await running.settled();
  mails.mend();
  // Our own wording: with the link by which the buyer answers.
  await on('contact', { template: 'phone-request' });
  await running.settled();
  const { troubled } = await ask<MailsAnswer>('GET', '/api/mails');
  return troubled[0]?.id ?? '';
}

async function fillLists({ running }: World, ask: Ask, shop: string, of: Canaries) {
  const { entry } = await ask<{ entry: { id: string } }>('POST', '/api/lists', {
    kind: 'cod',
    reason: 'refused',
    note: of.listNote,
    identity: { emails: [of.listEmail], name: `${of.lastName} ${of.firstName}` },
  });
  const file = `メール,氏名\r\n${of.importEmail},${of.lastName} ${of.firstName}\r\n`;
  const sent = await fetch(`${running.origin}/api/lists/imports?name=${of.attribute}.csv`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${running.standIn.sessionToken(shop)}`,
      'content-type': 'text/csv',
    },
    body: Readable.toWeb(Readable.from([Buffer.from(file)])),
    duplex: 'half',
  });
  const { id }: { id: string } = JSON.parse(await sent.text());
  await running.settled();
  return { entry: entry.id, importId: id };
}
