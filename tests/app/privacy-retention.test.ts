import { expect, it } from 'vitest';
import { domain } from '../support/app-on-stand-in.ts';
import { clerkAtWork } from '../support/clerk-at-work.ts';
import { cardThief, ordinaryOrder } from '../support/suspicious-orders.ts';

const clerk = clerkAtWork();
const day = 86_400_000;
const storage = () => clerk.running.app.storage;

/** As the schedule does once a day. */
async function swept(): Promise<void> {
  const now = clerk.clock.now();
  await storage().write((tx) =>
    tx.tasks.enqueue(
      domain,
      { kind: 'sweep-personal-data', key: '', priority: 'background', runAt: now },
      now,
    ),
  );
  clerk.running.app.runner.wake(domain);
  await clerk.running.settled();
}

const answer = async (path: string) =>
  JSON.parse(JSON.stringify((await clerk.running.call('GET', path)).body));

it('orders past the period go with all that hangs on them; what is held and who did what stay', async () => {
  const old = await clerk.arrived({ ...ordinaryOrder, note: '玄関前に置いてください' });
  await clerk.click(old, 'notes', { text: '田中様に電話した' });
  const held = await clerk.arrived(cardThief);
  await clerk.running.changeSettings({ retentionMonths: 2 });
  clerk.clock.advance(50 * day);
  const young = await clerk.arrived(ordinaryOrder);
  expect(await answer('/api/privacy/retention?months=2')).toMatchObject({ orders: 0, held: 0 });
  expect(await answer('/api/privacy/retention?months=1')).toMatchObject({ orders: 1, held: 1 });
  await swept();
  expect((await clerk.running.call('GET', `/api/orders/${old}`)).status).toBe(200);

  clerk.clock.advance(20 * day);
  await swept();
  expect((await clerk.running.call('GET', `/api/orders/${old}`)).status).toBe(404);
  for (const id of [held, young]) {
    expect((await clerk.running.call('GET', `/api/orders/${id}`)).status).toBe(200);
  }
  const { retention } = await answer('/api/privacy');
  expect(retention).toMatchObject({ months: 2, orders: 0, held: 1 });
  expect(retention.lastSweepAt).toBe(new Date(clerk.clock.now()).toISOString());

  // Who did what stays in the log, what he wrote does not.
  const log = await answer(`/api/audit?order=${old}&limit=100`);
  const whats = log.rows.map((row: { what: string }) => row.what);
  expect(whats).toEqual(expect.arrayContaining(['judged', 'noted']));
  expect(JSON.stringify(log)).not.toContain('田中様');
  expect(JSON.stringify(await answer('/api/audit?limit=100'))).toContain('data-swept');

  // A late webhook brings it back no more.
  clerk.running.store.tag(old, ['あとから']);
  await clerk.running.settled();
  expect((await clerk.running.call('GET', `/api/orders/${old}`)).status).toBe(404);
  expect(clerk.store(held).holds).toHaveLength(1);
});

it('webhooks that failed, snoozes that ended, views of long ago and mails to staff have terms of their own', async () => {
  const { receive, write, read } = storage();
  const envelope = {
    ...{ shop: domain, topic: 'orders/updated', webhookId: 'w-failed', eventId: null },
    ...{ triggeredAt: null, apiVersion: null, body: '{"email":"reidai-tanaka@example.jp"' },
  };
  await receive({ envelope, subject: null, receivedAt: clerk.clock.now() });
  clerk.running.app.runner.wake(domain);
  await clerk.running.settled();
  clerk.clock.advance(day);
  await clerk.running.settled();
  const order = await clerk.arrived(cardThief);
  await clerk.click(order, 'snooze', { signal: 'email-disposable', days: 3 });
  await clerk.read(order);
  await clerk.running.app.useCases.privacy.settled();
  expect((await answer('/api/privacy/access')).rows).toMatchObject([{ kind: 'order' }]);
  clerk.clock.advance(10 * day);
  await swept();
  expect(await read.retention.undoneWebhooks(domain, 0, 10)).toEqual([]);
  expect(await read.snoozes.active(domain, [`email:${cardThief.customer?.email}`], 0)).toEqual([]);
  expect((await answer('/api/privacy/access')).rows).toHaveLength(1);
  clerk.clock.advance(420 * day);
  await write((tx) => tx.shops.find(domain));
  await swept();
  expect((await answer('/api/privacy/access')).rows).toEqual([]);
});

it('a sweep that dies between two slices goes on where it stopped', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 7; n += 1) ids.push(await clerk.arrived(ordinaryOrder));
  await clerk.running.changeSettings({ retentionMonths: 1 });
  clerk.clock.advance(40 * day);
  const { write } = storage();
  let n = 0;
  storage().write = (work) => {
    n += 1;
    return n % 2 === 0 ? Promise.reject(new Error('died')) : write(work);
  };
  await swept().catch(() => undefined);
  storage().write = write;
  for (let step = 0; step < 3; step += 1) {
    clerk.clock.advance(3_600_000);
    await clerk.running.settled();
  }
  await swept();
  expect(await storage().read.retention.storedAmong(domain, ids)).toEqual([]);
  const told = await answer('/api/audit?limit=100');
  const sweeps = told.rows.filter((row: { what: string }) => row.what === 'data-swept');
  expect(sweeps.length).toBeGreaterThan(0);
});
