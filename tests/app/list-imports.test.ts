import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { startApp } from '../support/app-on-stand-in.ts';
import { manualClock } from '../support/clock.ts';
import { codPrank } from '../support/suspicious-orders.ts';
import { tempDatabase } from '../support/temp-database.ts';

const importDto = z.looseObject({
  id: z.string(),
  state: z.string(),
  settings: z.looseObject({ mapping: z.array(z.string()), encoding: z.string(), kind: z.string() }),
  columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
  progress: z.object({ done: z.number(), total: z.number() }),
  counts: z.record(z.string(), z.number()),
  byKind: z.record(z.string(), z.number()),
  badRows: z.array(
    z.object({ line: z.number(), reason: z.string(), column: z.string().nullable() }),
  ),
  failure: z.string().nullable(),
});

async function start() {
  const clock = manualClock();
  const running = await startApp({ databaseUrl: tempDatabase().url, now: clock.now });
  await running.call('GET', '/api/today');
  const send = async (method: string, path: string, body?: Buffer | string) => {
    const response = await fetch(`${running.origin}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${running.standIn.sessionToken(running.store.domain)}`,
        'content-type': typeof body === 'string' ? 'application/json' : 'text/csv',
      },
      ...(body === undefined
        ? {}
        : { body: Readable.toWeb(Readable.from([body])), duplex: 'half' }),
    });
    return { status: response.status, body: await response.json() };
  };
  const upload = async (file: Buffer | string, name = 'list.csv') => {
    const path = `/api/lists/imports?name=${encodeURIComponent(name)}`;
    const sent = await send('POST', path, Buffer.from(file));
    expect(sent.status).toBe(202);
    return importDto.parse(sent.body);
  };
  const load = async (id: string) =>
    importDto.parse((await send('GET', `/api/lists/imports/${id}`)).body);
  const checked = async (file: Buffer | string) => {
    const { id } = await upload(file);
    await running.settled();
    return load(id);
  };
  const startImport = async (id: string) => {
    await send('POST', `/api/lists/imports/${id}/start`, '{}');
    await running.settled();
    return load(id);
  };
  const fraud = async () => (await running.call('GET', '/api/lists')).body.counts.fraud;
  return { ...running, clock, send, upload, load, checked, startImport, fraud };
}

const rows = (count: number) =>
  Array.from({ length: count }, (_, n) => `hito${n}@example.jp,090-1234-${1000 + n},例示 花子`);
const file = (lines: readonly string[]) => ['メール,電話番号,氏名', ...lines, ''].join('\r\n');

it('checks a file first, then imports it, then finds it in the list', async () => {
  const app = await start();
  const ready = await app.checked(file(rows(30)));
  expect(ready).toMatchObject({
    state: 'ready',
    counts: { rows: 30, added: 30, existing: 0, repeated: 0, bad: 0 },
    byKind: { fraud: 30 },
    settings: { mapping: ['email', 'phone', 'name'], encoding: 'utf-8', kind: 'fraud' },
  });
  expect(ready.columns[0]).toEqual({
    name: 'メール',
    samples: ['hito0@example.jp', 'hito1@example.jp', 'hito2@example.jp'],
  });
  expect(await app.fraud()).toBe(0);
  expect(await app.startImport(ready.id)).toMatchObject({
    state: 'done',
    progress: { done: 30, total: 30 },
  });
  expect(await app.fraud()).toBe(30);
  const found = await app.call('GET', '/api/lists?q=HITO7@example.jp');
  expect(found.body.entries).toMatchObject([
    { identity: { emails: ['hito7@example.jp'], name: '例示 花子' }, addedBy: { kind: 'import' } },
  ]);
  await app.stop();
});

it('changes nothing when the same file, or half of it in another spelling, comes again', async () => {
  const app = await start();
  const first = await app.checked(file(rows(20)));
  await app.startImport(first.id);
  const again = await app.checked(file(rows(20)));
  expect(again.counts).toMatchObject({ rows: 20, added: 0, existing: 20 });
  expect(await app.startImport(again.id)).toMatchObject({ state: 'done', counts: { added: 0 } });
  const spelling = rows(10).map((row) => row.toUpperCase().replace('090-', '＋８１ ９０ '));
  const third = await app.checked(file([...spelling, ...rows(3).map((row) => `new-${row}`)]));
  expect(third.counts).toMatchObject({ rows: 13, added: 3, existing: 10 });
  expect(await app.fraud()).toBe(20);
  await app.stop();
});

it('takes a finished import back, and leaves what stood before', async () => {
  const app = await start();
  await app.startImport((await app.checked(file(rows(5)))).id);
  const second = await app.checked(file(rows(12)));
  await app.startImport(second.id);
  expect(await app.fraud()).toBe(12);
  const dropped = await app.send('DELETE', `/api/lists/imports/${second.id}`);
  expect(dropped).toMatchObject({ status: 202, body: { state: 'removing' } });
  expect(await app.fraud()).toBe(5);
  await app.settled();
  expect((await app.load(second.id)).state).toBe('removed');
  expect((await app.call('GET', '/api/lists?q=hito9@example.jp')).body.entries).toEqual([]);
  expect((await app.call('GET', '/api/lists?q=hito4@example.jp')).body.entries).toHaveLength(1);
  await app.stop();
});

it('tells what is wrong with a row and where, and imports none of a file that must be whole', async () => {
  const app = await start();
  const bad = await app.checked(
    [
      'メール,電話番号,氏名,区分,"備考\n（2行の見出し）"',
      'a@example.jp,090-1234-5601,"例示\n花子",不正,',
      'dareka,,,,',
      ',9.01E+09,,,',
      '',
      ',,,,空の人',
      'b@example.jp,,,何か,',
      'c@example.jp,,,,,余分',
      'd@example.jp,,,代引き,"="',
      '',
    ].join('\r\n'),
  );
  expect(bad.counts).toMatchObject({ rows: 7, added: 2, bad: 5 });
  expect(bad.byKind).toEqual({ fraud: 1, cod: 1 });
  expect(bad.badRows).toEqual([
    { line: 5, reason: 'email', column: 'メール' },
    { line: 6, reason: 'phone', column: '電話番号' },
    { line: 8, reason: 'no_key', column: null },
    { line: 9, reason: 'kind', column: '区分' },
    { line: 10, reason: 'columns', column: null },
  ]);
  const settings = JSON.stringify({ ...bad.settings, skipBadRows: false });
  await app.send('PUT', `/api/lists/imports/${bad.id}`, settings);
  await app.settled();
  const refused = await app.send('POST', `/api/lists/imports/${bad.id}/start`, '{}');
  expect(refused.status).toBe(422);
  expect(await app.fraud()).toBe(0);
  await app.stop();
});

it('reads Shift_JIS, and reads anew when somebody says what a column means', async () => {
  const app = await start();
  // 例示 in Shift_JIS; the heading is "mail" and "who".
  const name = Buffer.from([0x97, 0xe1, 0x8e, 0xa6]);
  const lines = Buffer.concat([
    Buffer.from('mail,who\r\nx@example.jp,'),
    name,
    Buffer.from('\r\n'),
  ]);
  const ready = await app.checked(lines);
  expect(ready.settings).toMatchObject({ encoding: 'shift_jis', mapping: ['email', 'ignore'] });
  expect(ready.columns[1]).toEqual({ name: 'who', samples: ['例示'] });
  const wanted = { ...ready.settings, mapping: ['email', 'name'], kind: 'watch' };
  await app.send('PUT', `/api/lists/imports/${ready.id}`, JSON.stringify(wanted));
  await app.settled();
  expect(await app.load(ready.id)).toMatchObject({ state: 'ready', byKind: { watch: 1 } });
  await app.startImport(ready.id);
  const found = await app.call('GET', '/api/lists?q=x@example.jp');
  expect(found.body.entries).toMatchObject([{ kind: 'watch', identity: { name: '例示' } }]);
  const fewer = JSON.stringify({ ...wanted, mapping: ['email'] });
  expect((await app.send('PUT', `/api/lists/imports/${ready.id}`, fewer)).status).toBe(422);
  await app.stop();
});

it('judges the open orders with what was imported', async () => {
  const app = await start();
  const { id } = app.store.placeOrder(codPrank);
  await app.settled();
  const before = (await app.call('GET', `/api/orders/${id}`)).body;
  const email = codPrank.customer?.email ?? '';
  const ready = await app.checked(`email,reason\n${email},いたずら\n`);
  await app.startImport(ready.id);
  await app.settled();
  const after = (await app.call('GET', `/api/orders/${id}`)).body;
  expect(before.signals.find(({ id: signal }) => signal === 'blocklist-exact')?.outcome).toBe(
    'no-hit',
  );
  expect(after.signals.find(({ id: signal }) => signal === 'blocklist-exact')?.outcome).toBe('hit');
  await app.stop();
});

it('is not for staff who may not change settings, and not for another shop', async () => {
  const app = await start();
  const { id } = await app.upload(file(rows(2)));
  await app.settled();
  app.standIn.addShop({ domain: 'hoka.myshopify.com' });
  const foreign = await app.call('GET', `/api/lists/imports/${id}`, undefined, {
    shop: 'hoka.myshopify.com',
  });
  expect(foreign.status).toBe(404);
  await app.changeSettings({
    permissions: { cancel: 'anyone', settings: 'listed', listed: ['999'] },
  });
  const staff = { user: '90000002' };
  const refused = await app.call('POST', `/api/lists/imports/${id}/start`, {}, staff);
  expect(refused.status).toBe(403);
  await app.stop();
});

it('tells why a file is no list', async () => {
  const app = await start();
  const empty = await app.send('POST', '/api/lists/imports?name=a.csv', Buffer.alloc(0));
  expect(empty).toMatchObject({ status: 422, body: { error: { fields: { file: 'empty' } } } });
  const open = await app.checked(`email,note\na@example.jp,"${'x'.repeat(200_000)}`);
  expect(open).toMatchObject({ state: 'failed', failure: 'quotes' });
  await app.stop();
});

it.each(['ja', 'en'])('reads its own export back and finds nothing new (%s)', async (locale) => {
  const app = await start();
  const heading =
    'kind,reason,email,phone,name,reading,zip,province,city,address1,address2,ip,card-bin,card-last4,note,added-at';
  const lines = [
    'fraud,stolen-card,a@example.jp ; b@example.jp,03-1234-5601,例示 花子,レイジ ハナコ,150-0001,JP-13,渋谷区,神宮前99-1-2,例示ハイツ101,198.51.100.7,424242,0042,"=1+1, ""x""",2026-01-31',
    'protected,victim,,+81 90 1234 5602,例示 次郎,,,,,,,,,,,',
    'cod,refused,,,,,530-0001,大阪府,大阪市北区,梅田99-5-6,,,,,,',
    'allowed,verified,c@example.jp,,,,,,,,,,,,,',
    'watch,reseller,d@example.jp,,,,,,,,,,,,,',
  ];
  const ready = await app.checked([heading, ...lines].join('\n'));
  expect(ready.counts).toMatchObject({ added: 5, bad: 0 });
  await app.startImport(ready.id);
  const exported = await fetch(`${app.origin}/api/lists/export`, {
    headers: {
      authorization: `Bearer ${app.standIn.sessionToken(app.store.domain)}`,
      'accept-language': locale,
    },
  });
  const again = await app.checked(await exported.text());
  expect(again.settings.mapping).not.toContain('ignore');
  expect(again.counts).toMatchObject({ rows: 5, added: 0, existing: 5, bad: 0 });
  await app.stop();
});
