import { describe, expect, it } from 'vitest';
import type { Fault } from '../../web/standin/faults.ts';
import { shopAway } from '../../web/usecases/pages/delayed-work.ts';
import type { TroubledTask } from '../../web/usecases/ports/storage-port.ts';
import { domain } from '../support/app-on-stand-in.ts';
import { clerkAtWork } from '../support/clerk-at-work.ts';
import { cardThief, codPrank } from '../support/suspicious-orders.ts';

const clerk = clerkAtWork();
const minute = 60_000;

const status = async () => (await clerk.running.call('GET', '/api/status')).body;
const retry = async (body: object = {}) => {
  const answer = await clerk.running.call('POST', '/api/status/retry', body);
  await clerk.running.settled();
  return answer;
};
const strike = (fault: Fault) => clerk.running.standIn.faults.add({ fault });
async function pass(minutes: number, step = 5) {
  for (let passed = 0; passed < minutes; passed += step) {
    clerk.clock.advance(step * minute);
    await clerk.running.settled();
  }
}

describe('a shop that Shopify does not let us into', () => {
  it.each([
    ['frozen', { kind: 'frozen' }],
    ['locked', { kind: 'locked' }],
  ] as const)(
    'keeps its work while it is %s, says why, and goes on when it is back',
    async (why, fault) => {
      const held = await clerk.arrived(cardThief);
      const since = clerk.clock.iso();
      strike(fault);
      const late = await clerk.arrived({ ...codPrank, clientIp: '198.51.100.9' });
      expect((await clerk.click(held, 'void')).status).toBe(202);
      await pass(8 * 60, 30);
      const told = await status();
      expect(told.delayed.shopAway).toEqual({ why, since });
      expect(told.delayed.tasks.map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['run-action', 'handle-webhook']),
      );
      // No try is used up by waiting for somebody else.
      expect(told.delayed.tasks.every(({ attempts }) => attempts <= 1)).toBe(true);
      expect(told.failures).toEqual([]);
      expect((await clerk.lastAction(held))?.state).toBe('running');
      clerk.running.standIn.faults.clear();
      await pass(15);
      expect(clerk.store(late).holds).toHaveLength(1);
      expect(clerk.store(held).money).toMatchObject({ authorized: 0 });
      expect(await clerk.lastAction(held)).toMatchObject({ kind: 'void', state: 'done' });
      expect((await status()).delayed).toEqual({ count: 0, tasks: [], shopAway: null });
    },
  );

  it('loses nothing when its token is revoked for good, and goes on once somebody opens the app', async () => {
    clerk.running.standIn.tokens.revoke(domain);
    const id = await clerk.arrived(codPrank);
    await pass(60, 30);
    expect(clerk.store(id).holds).toEqual([]);
    const { delayed } = await clerk.running.app.useCases.status({
      shop: domain,
      staff: { userId: '1', name: null, isOwner: true, scopes: null, locale: null, expiresAt: 0 },
      locale: 'ja',
    });
    expect(delayed).toMatchObject({ count: 1, shopAway: { why: 'no-token' } });
    await clerk.running.call('GET', '/api/today');
    await clerk.running.settled();
    expect(clerk.store(id).holds).toHaveLength(1);
    expect((await status()).delayed.count).toBe(0);
  });
});

describe('work that is tried for a day', () => {
  it('is shown with what, since when and the next try, and can be tried now', async () => {
    const began = clerk.clock.iso();
    strike({ kind: 'server-error', status: 502 });
    const id = await clerk.arrived(codPrank);
    await pass(60);
    const { delayed, failures, queue } = await status();
    expect(failures).toEqual([]);
    expect(queue.failed).toBe(0);
    expect(delayed.shopAway).toEqual({ why: 'unreachable', since: expect.any(String) });
    const task = delayed.tasks.find(({ order, error }) => order === id && error === 'transient');
    expect(task?.attempts).toBeGreaterThanOrEqual(12);
    expect(Date.parse(task?.since ?? '')).toBeGreaterThanOrEqual(Date.parse(began));
    expect(Date.parse(task?.nextAt ?? '')).toBeGreaterThan(clerk.clock.now());

    clerk.running.standIn.faults.clear();
    expect((await retry({ id: '999999999' })).body).toEqual({ revived: 0 });
    expect((await retry({ id: task?.id })).body).toEqual({ revived: 1 });
    expect((await status()).delayed.count).toBe(delayed.count - 1);
    await retry();
    expect((await status()).delayed.count).toBe(0);
    expect(clerk.store(id).holds).toHaveLength(1);
  });

  it('is not another shop’s to try, and an odd id is refused by name', async () => {
    strike({ kind: 'locked' });
    await clerk.arrived(codPrank);
    await pass(5);
    const [task] = (await status()).delayed.tasks;
    clerk.running.standIn.addShop({ domain: 'betsu.myshopify.com' });
    const as = { shop: 'betsu.myshopify.com' };
    const theirs = await clerk.running.call('POST', '/api/status/retry', { id: task?.id }, as);
    expect(theirs.body).toEqual({ revived: 0 });
    const odd = await clerk.running.call('POST', '/api/status/retry', { id: '1 or 1=1' });
    expect(odd.status).toBe(422);
    expect(odd.body.error.fields).toHaveProperty('id');
  });

  it('says what keeps it by the gravest reason, since the oldest work that has it', () => {
    const task = (error: string, createdAt: number) => ({ error, createdAt }) as TroubledTask;
    expect(shopAway([task('transient', 1_000), task('shop-unavailable locked', 3_000)])).toEqual({
      why: 'locked',
      since: '1970-01-01T00:00:03.000Z',
    });
    expect(shopAway([task('Error SQLITE_BUSY', 1_000)])).toBeNull();
  });
});
