import { expect, it } from 'vitest';
import type { OrderDetail } from '../../web/contract/orders.ts';
import type { Settings } from '../../web/contract/settings.ts';
import { dieAtWrite, startStore } from '../support/dying-process.ts';
import { codPrank } from '../support/suspicious-orders.ts';

it.each([1, 2, 3, 4, 5])(
  'undo takes back a release that the process did not outlive past its write %i: nobody else released it',
  async (n) => {
    const { clock, standIn, store, startProcess } = await startStore();
    const first = await startProcess();
    await first.call('GET', '/api/today');
    const settings = await first.call<Settings>('GET', '/api/settings');
    await first.call('PUT', '/api/settings', { ...settings, mode: 'act' });
    const { id } = store.placeOrder(codPrank);
    await first.settle();
    expect(store.order(id).holds).toHaveLength(1);

    // The click itself is the first write, and was answered: it is not lost with the process.
    const killed = dieAtWrite(first, n + 1);
    const { action } = await first.call<{ action: { id: string } }>(
      'POST',
      `/api/orders/${id}/release`,
      {},
    );
    await Promise.race([killed, first.settle()]);
    await first.server.stop();
    void first.app.runner.stop();

    const second = await startProcess({ works: false });
    const undone = await second.call('POST', `/api/orders/${id}/undo`, { actionId: action.id });
    expect(undone).not.toHaveProperty('error');
    await second.server.stop();
    await second.app.storage.close();

    const third = await startProcess();
    // That its own hold was lifted the store tells again by its clock, to the process that is there now.
    for (let step = 0; step < 8; step += 1) {
      clock.advance(5_000);
      await third.settle();
    }

    expect(store.order(id).holds).toHaveLength(1);
    const shown = await third.call<OrderDetail>('GET', `/api/orders/${id}`);
    expect(shown).toMatchObject({ state: 'held', hasOpenCase: true });
    expect(shown.actions.map(({ state }) => state)).toEqual(['undone']);
    await third.server.stop();
    await third.app.runner.stop();
    await third.app.storage.close();
    await first.app.storage.close();
    await standIn.close();
  },
);
