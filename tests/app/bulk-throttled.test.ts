import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { BulkRun, QueueAnswer } from '../../web/contract/queue.ts';
import { domain, type RunningApp, startApp } from '../support/app-on-stand-in.ts';
import { strangerOrder } from '../support/many-cases.ts';
import { tempDatabase } from '../support/temp-database.ts';

/** `BULK_CASES=500` is the long form; the suite runs the short one. */
const count = Number(process.env.BULK_CASES ?? 40);

async function rowsOf(running: RunningApp): Promise<string[]> {
  const rows: string[] = [];
  let cursor = '';
  do {
    const { body } = await running.call('GET', `/api/queue?sort=age&limit=100${cursor}`);
    const page = body as unknown as QueueAnswer;
    rows.push(...page.rows.map(({ id }) => id));
    cursor = page.nextCursor === null ? '' : `&cursor=${encodeURIComponent(page.nextCursor)}`;
  } while (cursor !== '');
  return rows;
}

const runsOf = async (running: RunningApp): Promise<BulkRun[]> =>
  ((await running.call('GET', '/api/bulk')).body as unknown as { runs: BulkRun[] }).runs;

/** The person clicks and shuts the browser: nobody waits for the answer. */
async function clickAndLeave(running: RunningApp, body: object): Promise<string> {
  const gone = new AbortController();
  const request = fetch(`${running.origin}/api/bulk`, {
    method: 'POST',
    signal: gone.signal,
    headers: {
      authorization: `Bearer ${running.standIn.sessionToken(domain)}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  }).catch(() => undefined);
  await expect.poll(async () => (await runsOf(running)).length, { timeout: 20_000 }).toBe(1);
  gone.abort();
  await request;
  return (await runsOf(running))[0]?.id ?? '';
}

const ended = ({ counts }: BulkRun) => counts.done + counts.refused + counts.stopped;

it(`cancels ${count} cases while Shopify throttles: each once, and every count on the way is true`, async () => {
  const running = await startApp({
    databaseUrl: tempDatabase().url,
    standIn: { bucket: { maximum: 4_000, restoreRate: 2_000 } },
  });
  try {
    await running.call('GET', '/api/today');
    await running.changeSettings({ mode: 'act', undoSeconds: 1 });
    await running.settled();
    const ids = Array.from(
      { length: count },
      (_, n) => running.store.placeOrder(strangerOrder(n)).id,
    );
    await expect
      .poll(
        async () => {
          await running.settled();
          return ids.filter((id) => running.store.order(id).holds.length === 0).length;
        },
        { timeout: 200_000, interval: 300 },
      )
      .toBe(0);
    const rows = await rowsOf(running);
    expect(rows).toHaveLength(count);
    running.standIn.faults.add({ fault: { kind: 'throttled' }, probability: 0.2 });

    const begun = Date.now();
    const id = await clickAndLeave(running, { do: 'cancel', cases: rows });

    let last: BulkRun | null = null;
    let polls = 0;
    for (;;) {
      const run = (await running.call('GET', `/api/bulk/${id}`)).body as unknown as BulkRun;
      const { all, ...states } = run.counts;
      expect(all).toBe(count);
      expect(Object.values(states).reduce((sum, n) => sum + n, 0)).toBe(count);
      expect(run.items).toHaveLength(count);
      if (last !== null) {
        expect(ended(run)).toBeGreaterThanOrEqual(ended(last));
        expect(run.counts.waiting).toBeLessThanOrEqual(last.counts.waiting);
      }
      // What is told as done has been done.
      for (const { order, state } of run.items) {
        if (state === 'done') expect(running.store.order(order.id).cancelledAt).not.toBeNull();
      }
      last = run;
      polls += 1;
      if (run.state !== 'running') break;
      running.standIn.advance();
      await pause(50);
    }
    expect(last.state).toBe('done');
    expect(last.counts).toMatchObject({ done: count, refused: 0, stopped: 0, waiting: 0 });
    expect(polls).toBeGreaterThan(5);
    const seconds = Math.round((Date.now() - begun) / 100) / 10;
    console.log(`${count} cancelled in ${seconds} s, ${polls} looks`);

    running.standIn.faults.clear();
    for (const orderId of ids) {
      const order = running.store.order(orderId);
      const voids = order.money.transactions.filter(({ kind }) => kind === 'VOID');
      expect(voids, order.name).toHaveLength(1);
    }
    const [some = ''] = ids;
    expect((await running.call('GET', `/api/orders/${some}`)).body.actions).toHaveLength(1);
  } finally {
    await running.stop();
  }
}, 900_000);
