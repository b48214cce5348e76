import { expect, it } from 'vitest';
import type { OrderDetail } from '../../web/contract/orders.ts';
import type { BulkRun, QueueAnswer } from '../../web/contract/queue.ts';
import type { Settings } from '../../web/contract/settings.ts';
import { dieAtWrite, startStore } from '../support/dying-process.ts';
import { strangerOrder } from '../support/many-cases.ts';

const count = 4;

const deaths = (['release', 'cancel'] as const).flatMap((what) =>
  [2, 3, 5, 8, 12, 16].map((n) => [what, n] as const),
);

it.each(deaths)(
  'many at once, %s: a process killed at its write %i loses nothing and does nothing twice',
  async (what, n) => {
    const { clock, standIn, store, startProcess } = await startStore();
    const first = await startProcess();
    await first.call('GET', '/api/today');
    const settings = await first.call<Settings>('GET', '/api/settings');
    await first.call('PUT', '/api/settings', { ...settings, mode: 'act' });
    await first.settle();
    const ids = Array.from({ length: count }, (_, at) => store.placeOrder(strangerOrder(at)).id);
    await first.settle();
    const { rows } = await first.call<QueueAnswer>('GET', '/api/queue');
    const killed = dieAtWrite(first, n);
    const run = await first.call<BulkRun>('POST', '/api/bulk', {
      do: what,
      cases: rows.map(({ id }) => id),
    });
    await Promise.race([killed, first.settle()]);
    await first.server.stop();
    void first.app.runner.stop();

    const second = await startProcess();
    // A webhook that met a closed door is sent again by the store's clock.
    clock.advance(1_000);
    for (let step = 0; step < 10; step += 1) {
      await second.settle();
      clock.advance(3_000);
    }
    await second.settle();
    const { state, counts } = await second.call<BulkRun>('GET', `/api/bulk/${run.id}`);
    expect({ state, done: counts.done }).toEqual({ state: 'done', done: count });
    for (const id of ids) {
      const order = store.order(id);
      const shown = await second.call<OrderDetail>('GET', `/api/orders/${id}`);
      expect(shown.state).toBe(what === 'cancel' ? 'cancelled' : 'released');
      expect(shown.actions.map((action) => action.state)).toEqual(['done']);
      const voids = order.money.transactions.filter(({ kind }) => kind === 'VOID');
      expect(voids).toHaveLength(what === 'cancel' ? 1 : 0);
      expect(order.holds).toHaveLength(0);
    }
    await second.server.stop();
    await second.app.runner.stop();
    await second.app.storage.close();
    await first.app.storage.close();
    await standIn.close();
  },
);
