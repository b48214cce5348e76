import { expect, it } from 'vitest';
import type { OrderDetail } from '../../web/contract/orders.ts';
import type { Settings } from '../../web/contract/settings.ts';
import { startStore } from '../support/dying-process.ts';
import { codPrank } from '../support/suspicious-orders.ts';

it.each(['release', 'approve'])(
  '%s lifts a hold that Shopify took and that could not be written down: it would stay for ever',
  async (what) => {
    const { clock, standIn, store, startProcess } = await startStore();
    const running = await startProcess();
    const { app, call, settle } = running;
    await call('GET', '/api/today');
    const settings = await call<Settings>('GET', '/api/settings');
    await call('PUT', '/api/settings', { ...settings, mode: 'act' });
    await settle();

    const { write } = app.storage;
    app.storage.write = (work) =>
      write((tx) => {
        const save = () => {
          app.storage.write = write;
          return Promise.reject(Object.assign(new Error('full'), { code: 'SQLITE_FULL' }));
        };
        return work({ ...tx, effects: { ...tx.effects, save } });
      });
    const { id } = store.placeOrder(codPrank);
    await settle();
    expect(store.order(id).holds).toHaveLength(1);
    await call('POST', `/api/orders/${id}/${what}`, {});
    await settle();
    clock.advance(60_000);
    await settle();

    expect(store.order(id).holds).toEqual([]);
    const shown = await call<OrderDetail>('GET', `/api/orders/${id}`);
    expect(shown.state).toBe(what === 'release' ? 'released' : 'approved');
    expect(shown.actions.map(({ state }) => state)).toEqual(['done']);
    await running.server.stop();
    await app.runner.stop();
    await app.storage.close();
    await standIn.close();
  },
);
