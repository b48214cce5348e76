import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../web/contract/default-settings.ts';
import { createLog } from '../../web/log.ts';
import { csvRows } from '../../web/usecases/lists/list-returns-csv.ts';
import { domain, type RunningApp, startApp } from '../support/app-on-stand-in.ts';
import { manualClock } from '../support/clock.ts';
import { startMailServer, type TestMailServer } from '../support/mail-server.ts';
import { mailOn, signature } from '../support/mail-shop.ts';
import { tempDatabase } from '../support/temp-database.ts';
import { hostileData, hostileOrder, strikes } from './support/hostile-order.ts';
import { asStaff, send } from './support/send-call.ts';

let running: RunningApp;
let mails: TestMailServer;
let order: string;
const lines: string[] = [];
const sentToShopify: { query: string; variables: string }[] = [];
const realFetch = globalThis.fetch;

beforeEach(async () => {
  lines.length = 0;
  sentToShopify.length = 0;
  globalThis.fetch = async (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    if (url.endsWith('/graphql.json')) {
      const { query, variables } = JSON.parse(String(init?.body));
      sentToShopify.push({ query, variables: JSON.stringify(variables) });
    }
    return realFetch(input, init);
  };
  mails = await startMailServer();
  const log = createLog('trace', { write: (line) => void lines.push(line) });
  running = await startApp({ databaseUrl: tempDatabase().url, now: manualClock().now, log });
  await running.call('GET', '/api/today');
  await running.changeSettings({
    mode: 'act',
    mail: mailOn(mails.port),
    contact: { ...defaultSettings.contact, signature },
  });
  await running.settled();
  order = running.store.placeOrder(hostileOrder).id;
  await running.settled();
});
afterEach(async () => {
  globalThis.fetch = realFetch;
  await running.stop();
  await mails.stop();
});

const download = async (path: string): Promise<string> =>
  (await send(running, 'GET', path, { authorization: asStaff(running, domain) })).text;

describe('an order full of hostile text', () => {
  it('is judged and held like another, and shown as the text that it is', async () => {
    const { status, body } = await running.call('GET', `/api/orders/${order}`);
    expect(status).toBe(200);
    expect(body.state).toBe('held');
    const told = JSON.stringify(body);
    expect(told).toContain(JSON.stringify(hostileData.lastName).slice(1, -1));
    const sent = await send(running, 'GET', `/api/orders/${order}`, {
      authorization: asStaff(running, domain),
    });
    expect(sent.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(sent.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('writes nothing of it on the order in Shopify, and takes no tag of a stranger’s for its own', async () => {
    const stored = running.store.order(order);
    const own = stored.tags.filter((tag) => tag.startsWith('sekisho:'));
    for (const tag of own) expect(tag).toMatch(/^sekisho:[a-z-]{1,32}$/);
    expect(stored.holds.length).toBe(1);
    const written = JSON.stringify([stored.holds, own]);
    expect(written).not.toMatch(strikes);
    expect(stored.tags).toContain('<script>window.struck=7</script>');
  });

  it('goes to Shopify in variables alone: the text of a query is always ours', async () => {
    await running.call('POST', `/api/orders/${order}/notes`, { text: hostileData.lastName });
    await running.call('POST', `/api/orders/${order}/cancel`, { note: hostileData.firstName });
    await running.settled();
    expect(sentToShopify.length).toBeGreaterThan(3);
    for (const { query } of sentToShopify) expect(query).not.toMatch(strikes);
  });

  it('forges no line of the log, and stands in none', async () => {
    const wrong = { authorization: asStaff(running, domain), file: hostileData.note };
    await send(running, 'POST', `/api/orders/${order}/hold`, wrong);
    const { authorization } = wrong;
    const odd = `/api/orders/${encodeURIComponent(hostileData.lastName)}`;
    await send(running, 'GET', `${odd}?q=${encodeURIComponent(hostileData.note.slice(0, 200))}`, {
      authorization,
    });
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) {
      expect(line.indexOf('\n')).toBe(line.length - 1);
      const { level, msg } = JSON.parse(line);
      expect(level).not.toBe('fatal');
      expect(msg).not.toBe('forged');
      expect(line).not.toMatch(strikes);
    }
  });

  it('comes out of no CSV as a formula', async () => {
    const entry = {
      kind: 'fraud',
      reason: 'other',
      note: '@SUM(1+1)',
      identity: {
        emails: ['struck@example.jp'],
        name: hostileData.company,
        reading: '＝レイジ',
        address: {
          zip: '-1+1',
          province: 'JP-13',
          city: '+渋谷区',
          address1: '\t=神宮前99-1-2',
          address2: '＋例示',
        },
      },
    };
    expect((await running.call('POST', '/api/lists', entry)).status).toBe(201);
    const notes = ['=1+1', '+1', '-1', '@a', '＝1', '－1', '＠a', '"=1', "'=1"];
    for (const text of notes)
      await running.call('POST', `/api/orders/${order}/hold`, { note: text });
    await running.settled();
    for (const path of ['/api/lists/export', '/api/audit/export']) {
      const rows = csvRows((await download(path)).replace(/^\ufeff/, ''), 10_000) ?? [];
      expect(rows.length, path).toBeGreaterThan(1);
      for (const cell of rows.flatMap(({ cells }) => cells)) {
        expect(cell, path).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      }
    }
    expect(await download('/api/lists/export')).toContain("'=cmd|");
  });

  it('goes into a letter as text, and adds neither header nor field', async () => {
    const { status } = await running.call('POST', `/api/orders/${order}/contact`, {
      template: 'address-confirm',
    });
    expect(status).toBe(202);
    await running.settled();
    const [letter] = mails.received;
    expect(letter?.to).toHaveLength(1);
    expect(letter?.mail.html).toBe(false);
    expect(letter?.mail.attachments).toEqual([]);
    expect([...(letter?.mail.headers.keys() ?? [])]).not.toContain('bcc');
    expect(letter?.mail.text).toContain(hostileData.lastName);
    // A field that stands in a buyer's address is not filled in.
    expect(letter?.mail.text).toContain('{{回答リンク}}');
    expect(letter?.mail.subject).not.toMatch(/[\r\n\u202e]/);
  });
});
