import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningApp, startApp } from '../support/app-on-stand-in.ts';
import { manualClock } from '../support/clock.ts';
import { tempDatabase } from '../support/temp-database.ts';

let running: RunningApp;
beforeEach(async () => {
  running = await startApp({ databaseUrl: tempDatabase().url, now: manualClock().now });
  await running.call('GET', '/api/today');
  await running.settled();
});
afterEach(() => running.stop());

const bounded = { seed: 20261122, numRuns: 60 };
const odd = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '\u0000',
    '=1+1',
    '%',
    "'",
    '〒',
    '０１２',
    '9'.repeat(60),
    '::',
    '@',
    '@@',
    '😀',
  ),
  fc.integer(),
  fc.constant(null),
);
const identity = fc.record(
  {
    emails: fc.oneof(fc.array(odd, { maxLength: 3 }), odd),
    phones: fc.oneof(fc.array(odd, { maxLength: 3 }), odd),
    name: odd,
    reading: odd,
    ip: odd,
    address: fc.oneof(
      odd,
      fc.record(
        { zip: odd, province: odd, city: odd, address1: odd, address2: odd },
        { requiredKeys: [] },
      ),
    ),
    card: fc.oneof(odd, fc.record({ bin: odd, last4: odd }, { requiredKeys: [] })),
  },
  { requiredKeys: [] },
);
const body = fc.record(
  {
    kind: fc.oneof(fc.constantFrom('fraud', 'cod', 'watch', 'allowed', 'protected'), odd),
    reason: fc.oneof(fc.constantFrom('other', 'victim', 'prank'), odd),
    identity: fc.oneof(identity, odd),
    note: odd,
    expiresAt: fc.oneof(odd, fc.constantFrom('2030-02-30T00:00:00Z', '2030-01-01T00:00:00+09:00')),
    orderId: fc.oneof(odd, fc.constantFrom('1', '99999999999999999999')),
    stray: odd,
  },
  { requiredKeys: ['kind', 'identity', 'reason'] },
);

/** What was sent is taken, or refused with a reason; it is never the app's fault. */
async function holds(method: string, path: string, sent: unknown): Promise<void> {
  const { status, body: answer } = await running.call(method, path, sent);
  expect([200, 201, 404, 422], `${method} ${path}`).toContain(status);
  if (status === 422) expect(answer.error).toMatchObject({ code: 'invalid' });
}

describe('the lists, whatever is sent to them', () => {
  it('take an entry or refuse it', async () => {
    await fc.assert(
      fc.asyncProperty(body, (sent) => holds('POST', '/api/lists', sent)),
      bounded,
    );
  });

  it('change an entry or refuse the change', async () => {
    const sent = { kind: 'watch', reason: 'other', identity: { emails: ['a@example.jp'] } };
    const { entry } = (await running.call('POST', '/api/lists', sent)).body;
    await fc.assert(
      fc.asyncProperty(body, (change) => holds('PUT', `/api/lists/${entry.id}`, change)),
      bounded,
    );
    const ids = fc.array(fc.oneof(odd, fc.constant(entry.id)), { maxLength: 4 });
    const changes = fc.record(
      { do: fc.constantFrom('kind', 'expiry', 'x'), kind: odd, expiresAt: odd },
      { requiredKeys: ['do'] },
    );
    await fc.assert(
      fc.asyncProperty(ids, changes, (given, change) =>
        holds('POST', '/api/lists/bulk', { ids: given, change }),
      ),
      bounded,
    );
  });

  it('answer a search, a cursor and a filter', async () => {
    const query = fc.record({ q: odd, cursor: odd, limit: odd, kind: odd }, { requiredKeys: [] });
    await fc.assert(
      fc.asyncProperty(query, async (given) => {
        const pairs = Object.entries(given).map(([key, value]): [string, string] => [
          key,
          String(value).toWellFormed(),
        ]);
        await holds('GET', `/api/lists?${new URLSearchParams(pairs)}`, undefined);
      }),
      bounded,
    );
  });

  it('know no entry by an odd name', async () => {
    const names = fc.oneof(odd, fc.constantFrom('i1', 'i999999999999999', 'bulk', '..', 'export'));
    await fc.assert(
      fc.asyncProperty(names, async (name) => {
        const id = encodeURIComponent(String(name).toWellFormed()) || 'x';
        expect((await running.call('DELETE', `/api/lists/${id}`)).status).toBe(404);
      }),
      bounded,
    );
  });

  it('tell what is wrong with a report of returns', async () => {
    const cell = fc.oneof(
      odd,
      fc.constantFrom('#1001', '"', ',', '例示太郎', '2026/13/45', '返送'),
    );
    const file = fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(file, async (rows) => {
        const text = ['注文番号,名前,日付,理由', ...rows.map((row) => row.join(','))].join('\n');
        const answer = await fetch(`${running.origin}/api/returns?apply=1`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${running.standIn.sessionToken('reidai.myshopify.com')}`,
          },
          body: text.toWellFormed(),
        });
        expect([200, 422]).toContain(answer.status);
      }),
      bounded,
    );
  });
});
