import { expect, it } from 'vitest';
import { domain } from '../support/app-on-stand-in.ts';
import { clerkAtWork, partTimer } from '../support/clerk-at-work.ts';
import { entryBody } from '../support/list-bodies.ts';
import { cardThief, ordinaryOrder } from '../support/suspicious-orders.ts';

const clerk = clerkAtWork();
const access = async (query = '') => {
  await clerk.running.app.useCases.privacy.settled();
  const { status, body } = await clerk.running.call('GET', `/api/privacy/access${query}`);
  expect(status).toBe(200);
  const page: {
    rows: { kind: string; by: string; order: { id: string; name: string } | null }[];
    nextCursor: string | null;
    people: { id: string; name: string }[];
  } = JSON.parse(JSON.stringify(body));
  return page;
};

it('tells who saw which order and which list, once an hour each, and nothing of the buyer', async () => {
  const order = await clerk.arrived(cardThief);
  const other = await clerk.arrived(ordinaryOrder);
  for (let n = 0; n < 5; n += 1) await clerk.read(order);
  await clerk.running.call('GET', `/api/orders/${other}`, undefined, partTimer);
  await clerk.running.call('GET', '/api/orders/999999', undefined, partTimer);
  await clerk.running.call('GET', '/api/queue');
  await clerk.running.call('POST', '/api/lists', entryBody({ emails: ['hoka@example.jp'] }));
  await clerk.running.call('GET', '/api/lists');
  const first = await access();
  expect(first.rows.map(({ kind }) => kind).toSorted()).toEqual([
    'lists',
    'order',
    'order',
    'queue',
  ]);
  expect(first.people.length).toBe(2);
  const seen = await access(`?order=${order}`);
  expect(seen.rows).toMatchObject([{ kind: 'order', order: { id: order } }]);
  const theirs = await access(`?who=${partTimer.user}`);
  expect(theirs.rows).toMatchObject([{ order: { id: other } }]);
  expect(JSON.stringify(first)).not.toContain(cardThief.customer?.email);

  clerk.clock.advance(3_600_000);
  await clerk.read(order);
  expect((await access(`?order=${order}`)).rows).toHaveLength(2);
  const { nextCursor } = await access('?limit=2');
  const rest = await access(`?limit=100&cursor=${encodeURIComponent(nextCursor ?? '')}`);
  expect(rest.rows).toHaveLength(3);
});

it('a hundred views of one order are one write', async () => {
  const order = await clerk.arrived(ordinaryOrder);
  const { storage } = clerk.running.app;
  const { write } = storage;
  let writes = 0;
  storage.write = (work) => {
    writes += 1;
    return write(work);
  };
  await Promise.all(Array.from({ length: 100 }, () => clerk.read(order)));
  await clerk.running.app.useCases.privacy.settled();
  storage.write = write;
  // The staff member's own row is the other one.
  expect(writes).toBeLessThan(5);
  expect(Object.keys(await storage.read.shops.settings(domain)).length).toBeGreaterThan(5);
});

it('only who may change settings reads the access log, and takes it along as CSV', async () => {
  const order = await clerk.arrived(ordinaryOrder);
  await clerk.read(order);
  const me = (await clerk.running.call('GET', '/api/me')).body;
  await clerk.running.changeSettings({
    permissions: { cancel: 'anyone', settings: 'listed', listed: [me.userId] },
  });
  for (const path of ['/api/privacy/access', '/api/privacy/access/export']) {
    const refused = await clerk.running.call('GET', path, undefined, partTimer);
    expect([path, refused.status]).toEqual([path, 403]);
  }
  const response = await fetch(`${clerk.running.origin}/api/privacy/access/export`, {
    headers: {
      authorization: `Bearer ${clerk.running.standIn.sessionToken(domain)}`,
      'accept-language': 'ja',
    },
  });
  const csv = await response.text();
  expect(response.headers.get('content-type')).toContain('text/csv');
  expect(csv).toContain('#1001');
  expect(csv).toContain('注文');
  expect(csv).not.toContain('田中');
});
