import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { createLog } from '../../../web/log.ts';
import { mailOn } from '../../support/mail-shop.ts';
import { formsOf } from './canaries.ts';
import type { Cell } from './database-view.ts';
import { fuzzSecret } from './fuzz-secret.ts';
import { startQuotingMailServer } from './quoting-server.ts';
import { asStaff, send } from './send-call.ts';
import { type BusyShop, startBusyShop } from './two-shops.ts';

export interface Traces {
  /** Everything that was logged, at `trace`. */
  readonly log: string;
  readonly cells: readonly Cell[];
  /** Values that must stand in none of it; by what they are. */
  readonly wanted: readonly (readonly [what: string, value: string])[];
}

/** A busy shop, then everything that can go wrong loudly; what is left of it, while the app runs. */
export async function leaveTraces(
  databaseUrl: string,
  atEnd: (work: () => Promise<void>) => void,
): Promise<Traces> {
  const lines: string[] = [];
  const log = createLog('trace', { write: (line) => void lines.push(line) });
  const encryptionKey = randomBytes(32).toString('base64');
  const quoting = quotingShopify();
  atEnd(async () => quoting.stop());
  const world = await startBusyShop(databaseUrl, { log, encryptionKey });
  atEnd(world.stop);
  const session = asStaff(world.running, world.theirs.shop).replace('Bearer ', '');
  await read(world, session);
  await goWrong(world, quoting);
  await end(world);
  return {
    log: lines.join(''),
    cells: await world.database.cells(),
    wanted: await secretsOf(world, encryptionKey, session),
  };
}

/** Every page that shows people, and both exports. */
async function read({ running, theirs, canaries }: BusyShop, session: string): Promise<void> {
  const q = encodeURIComponent(canaries.email);
  for (const path of [
    `/api/orders/${theirs.order}`,
    `/api/orders?q=${q}`,
    `/api/queue?q=${encodeURIComponent(canaries.phone)}`,
    `/api/lists?q=${encodeURIComponent(canaries.listEmail)}`,
    '/api/lists/export',
    '/api/audit/export',
    '/api/mails',
    `/api/${canaries.attribute}?email=${q}`,
  ]) {
    await send(running, 'GET', path, { authorization: `Bearer ${session}` });
  }
  await running.call('POST', `/api/lists/imports/${theirs.importId}/start`, {});
  await running.settled();
}

/** Shopify, the mail server and the requests themselves quote what they were given. */
async function goWrong(world: BusyShop, shopify: QuotingShopify): Promise<void> {
  const { running, theirs, canaries, clock, mailLogin } = world;
  const quoting = await startQuotingMailServer();
  const own = { user: mailLogin.user, password: { set: true, value: mailLogin.password } } as const;
  await running.changeSettings({ mail: mailOn(quoting.port, own) });
  await running.call('POST', `/api/orders/${theirs.order}/contact`, { template: 'last-notice' });
  await running.call('POST', `/api/orders/${theirs.order}/contact`, {
    template: 'address-confirm',
  });
  await running.settled();
  expect(quoting.refused()).toBeGreaterThan(0);

  const said = Object.values(canaries).join(' / ');
  const answers: [status: number, body: unknown][] = [
    [200, { errors: [{ message: `Invalid value: ${said}` }] }],
    [400, { errors: said }],
    [500, { error: said }],
    [200, { data: null, errors: [{ message: said, path: [said] }] }],
    [200, said],
  ];
  const token = (await running.app.storage.tokens.loadOffline(theirs.shop))?.accessToken;
  for (const answer of answers) {
    shopify.next = { answer, token: token ?? '' };
    await running.call('POST', `/api/orders/${theirs.order}/reassess`, {});
    await running.settled();
    clock.advance(60_000);
    expect(shopify.next).toBeNull();
  }
  const wrong = { note: canaries.staffNote, [canaries.email]: canaries.phone };
  await running.call('POST', `/api/orders/${theirs.order}/hold`, wrong);
  await send(running, 'POST', `/api/orders/${theirs.order}/hold`, {
    authorization: asStaff(running, theirs.shop),
    file: `{"note":"${canaries.staffNote}`,
  });
  await send(running, 'GET', `/a/${canaries.attribute}`, {
    authorization: `Bearer ${canaries.attribute}`,
  });
  await quoting.stop();
}

interface QuotingShopify {
  /** The next answer to a GraphQL request; null once it was given. */
  next: { readonly answer: readonly [number, unknown]; readonly token: string } | null;
  stop(): void;
}

/** Before the app is put together: it keeps the `fetch` that it finds then. */
function quotingShopify(): QuotingShopify {
  const real = globalThis.fetch;
  const shopify: QuotingShopify = {
    next: null,
    stop: () => {
      globalThis.fetch = real;
    },
  };
  globalThis.fetch = async (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    if (shopify.next === null || !url.endsWith('/graphql.json')) return real(input, init);
    const { answer, token } = shopify.next;
    shopify.next = null;
    const [status, body] = answer;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return new Response(text, { status, statusText: token, headers: { 'x-request-id': token } });
  };
  return shopify;
}

const letters = ({ received }: BusyShop['mails']): string =>
  received.map(({ mail }) => mail.text ?? '').join('\n');

/** What waits is done: cancelled, answered, alerts sent. */
async function end({ running, clock, mails }: BusyShop): Promise<void> {
  const link = /\/a\/[0-9a-z]{40}/.exec(letters(mails))?.[0] ?? '';
  await send(running, 'GET', link);
  await send(running, 'POST', link, {
    file: 'answer=not-ordered',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  for (let step = 0; step < 4; step += 1) {
    clock.advance(11_000);
    await running.settled();
  }
}

async function secretsOf(world: BusyShop, encryptionKey: string, session: string) {
  const { running, theirs, canaries, mails, mailLogin, alertKey, alertUrl } = world;
  const { tokens } = running.app.storage;
  const offline = await tokens.loadOffline(theirs.shop);
  const link = /\/a\/([0-9a-z]{40})/.exec(letters(mails))?.[1];
  const key = Buffer.from(encryptionKey, 'base64');
  const found: [string, string | null | undefined][] = [
    ['access token', offline?.accessToken],
    ['refresh token', offline?.refreshToken],
    ['session token', session.split('.')[2]],
    ['API secret', fuzzSecret],
    ['password of the mail server', mailLogin.password],
    ['key of the alert webhook', alertKey],
    ['address of the alert webhook', `${alertUrl}/${canaries.attribute}`],
    ['master key', encryptionKey],
    ['master key in hex', key.toString('hex')],
    ['link of a mail', link],
    ['name of staff', '例題'],
    ...formsOf(canaries).map((value): [string, string] => ['personal datum', value]),
  ];
  return found.map(([what, value]) => {
    if (!value) throw new Error(`the journey made no ${what}`);
    return [what, value] as const;
  });
}
