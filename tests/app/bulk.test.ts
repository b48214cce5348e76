import { describe, expect, it } from 'vitest';
import type { BulkRun, QueueAnswer } from '../../web/contract/queue.ts';
import { clerkAtWork, partTimer } from '../support/clerk-at-work.ts';
import { strangerOrder } from '../support/many-cases.ts';

const clerk = clerkAtWork();

interface Reply<T> {
  readonly status: number;
  readonly body: T;
}

async function ask<T>(method: string, path: string, body?: unknown, as = {}): Promise<Reply<T>> {
  const { status, body: answered } = await clerk.running.call(method, path, body, as);
  return { status, body: answered as unknown as T };
}

async function casesOf(count: number): Promise<{ ids: string[]; rows: string[] }> {
  const ids = Array.from(
    { length: count },
    (_, n) => clerk.running.store.placeOrder(strangerOrder(n)).id,
  );
  await clerk.running.settled();
  const { body } = await ask<QueueAnswer>('GET', '/api/queue?sort=age&limit=100');
  return { ids, rows: body.rows.map(({ id }) => id) };
}

const begin = (body: object, as = {}) => ask<BulkRun>('POST', '/api/bulk', body, as);
const read = async (id: string) => (await ask<BulkRun>('GET', `/api/bulk/${id}`)).body;

/** The runner comes back to a run by the clock of the test. */
async function work(rounds = 12): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    await clerk.running.settled();
    clerk.clock.advance(1_100);
  }
  await clerk.running.settled();
}

describe('many orders at once', () => {
  it('are released, each with its own action, case and line in the log', async () => {
    const { ids, rows } = await casesOf(5);
    const { status, body } = await begin({ do: 'release', cases: rows, note: '電話で確認' });
    expect(status).toBe(202);
    expect(body).toMatchObject({ do: 'release', state: 'running', undoUntil: null });
    expect(body.counts.all).toBe(5);
    await work();
    const run = await read(body.id);
    expect(run.state).toBe('done');
    expect(run.counts).toEqual({ all: 5, waiting: 0, running: 0, done: 5, refused: 0, stopped: 0 });
    for (const id of ids) {
      const order = await clerk.read(id);
      expect(order.state).toBe('released');
      expect(order.hasOpenCase).toBe(false);
      expect(order.actions).toHaveLength(1);
      expect(order.actions[0]?.note).toBe('電話で確認');
      expect(clerk.store(id).holds).toHaveLength(0);
    }
    const { body: list } = await ask<{ runs: BulkRun[] }>('GET', '/api/bulk');
    expect(list.runs.map(({ id, state }) => ({ id, state }))).toEqual([
      { id: body.id, state: 'done' },
    ]);
  });

  it('are cancelled after their undo window; what cannot be is told by its reason', async () => {
    const { ids, rows } = await casesOf(3);
    const [shipped = '', ...others] = ids;
    // Its webhooks are lost: only a look at the order itself can tell.
    clerk.running.store.delivery.lose = 1;
    clerk.running.store.releaseInAdmin(shipped);
    clerk.running.store.fulfill(shipped);
    clerk.running.store.delivery.lose = 0;
    const { body } = await begin({ do: 'cancel', cases: rows });
    expect(body.undoUntil).toBe(new Date(clerk.clock.now() + 10_000).toISOString());
    await clerk.running.settled();
    for (const id of others) expect(clerk.store(id).cancelledAt).toBeNull();
    await work(16);
    const run = await read(body.id);
    expect(run.state).toBe('done');
    expect(run.counts).toMatchObject({ done: 2, refused: 1 });
    expect(run.items[0]).toMatchObject({ order: { id: shipped }, code: 'already_shipped' });
    for (const id of others) expect(clerk.store(id).cancelledAt).not.toBeNull();
  });

  it('are stopped: what waits is left, what is in its undo window is taken back', async () => {
    const { ids, rows } = await casesOf(4);
    const { body } = await begin({ do: 'cancel', cases: rows });
    await clerk.running.settled();
    const { body: stopped } = await ask<BulkRun>('POST', `/api/bulk/${body.id}/stop`, {});
    expect(stopped.state).toBe('stopped');
    await work(16);
    const run = await read(body.id);
    expect(run.counts).toMatchObject({ all: 4, stopped: 4, waiting: 0, running: 0, done: 0 });
    for (const id of ids) {
      expect(clerk.store(id).cancelledAt).toBeNull();
      expect((await clerk.read(id)).state).toBe('held');
    }
    const again = await ask<BulkRun>('POST', `/api/bulk/${body.id}/stop`, {});
    expect(again.status).toBe(200);
    expect(again.body.state).toBe('stopped');
  });

  it('are the same run when the same is asked again, and another once it has ended', async () => {
    const { rows } = await casesOf(2);
    const first = await begin({ do: 'release', cases: rows });
    const second = await begin({ do: 'release', cases: [...rows].reverse() });
    expect(second.status).toBe(200);
    expect(second.body.id).toBe(first.body.id);
    await work();
    const later = await begin({ do: 'release', cases: rows });
    // Nothing is open in those rows any more.
    expect(later.status).toBe(404);
  });

  it('are given to somebody, row by row', async () => {
    const { rows } = await casesOf(3);
    const { body: me } = await ask<{ userId: string }>('GET', '/api/me');
    const { body } = await begin({ do: 'assign', cases: rows, to: me.userId });
    await work(2);
    expect(await read(body.id)).toMatchObject({ state: 'done', counts: { done: 3 } });
    const { body: queue } = await ask<QueueAnswer>('GET', '/api/queue?who=me');
    expect(queue.rows).toHaveLength(3);
    const unknown = await begin({ do: 'assign', cases: rows, to: '424242' });
    expect(unknown.status).toBe(422);
  });

  it('are not cancelled by whoever may not cancel one', async () => {
    const { rows } = await casesOf(1);
    expect((await begin({ do: 'cancel', cases: rows }, partTimer)).status).toBe(403);
    expect((await begin({ do: 'release', cases: rows }, partTimer)).status).toBe(202);
  });

  it('are those of one shop: another shop’s rows and runs are not found', async () => {
    const { rows } = await casesOf(1);
    const { body } = await begin({ do: 'release', cases: rows });
    const other = { shop: 'betsu.myshopify.com' };
    clerk.running.standIn.addShop({ domain: other.shop });
    expect((await ask('GET', `/api/bulk/${body.id}`, undefined, other)).status).toBe(404);
    expect((await ask('POST', `/api/bulk/${body.id}/stop`, {}, other)).status).toBe(404);
    expect((await begin({ do: 'release', cases: rows }, other)).status).toBe(404);
  });
});
