import { afterEach, beforeEach } from 'vitest';
import { defaultSettings } from '../../web/contract/default-settings.ts';
import type { Settings } from '../../web/contract/settings.ts';
import type { PlaceOrderInput } from '../../web/standin/place-order.ts';
import { type RunningApp, startApp } from './app-on-stand-in.ts';
import { type ManualClock, manualClock } from './clock.ts';
import { startMailServer, type TestMailServer } from './mail-server.ts';
import { mailOn, signature } from './mail-shop.ts';
import { tempDatabase } from './temp-database.ts';

/** A shop in act mode with a real mail server, on a weekday morning. Call it once in a test file. */
export function shopThatWrites(start = '2026-11-24T11:00:00+09:00') {
  let clock: ManualClock;
  let running: RunningApp;
  let server: TestMailServer;
  beforeEach(async () => {
    clock = manualClock(start);
    server = await startMailServer();
    running = await startApp({ databaseUrl: tempDatabase().url, now: clock.now });
    await running.call('GET', '/api/today');
    await running.changeSettings({
      mode: 'act',
      mail: mailOn(server.port),
      contact: { ...defaultSettings.contact, signature },
    });
    await running.settled();
  });
  afterEach(async () => {
    await running.stop();
    await server.stop();
  });
  const read = async (id: string) => (await running.call('GET', `/api/orders/${id}`)).body;
  const post = async (id: string, what: string, body: object = {}) => {
    const answer = await running.call('POST', `/api/orders/${id}/${what}`, body);
    await running.settled();
    return answer;
  };
  return {
    get running() {
      return running;
    },
    get clock() {
      return clock;
    },
    get server() {
      return server;
    },
    read,
    post,
    write: (id: string, template: string, more: object = {}) =>
      post(id, 'contact', { template, ...more }),
    contact: async (id: string) => {
      const { contact } = await read(id);
      if (contact === null) throw new Error('an order without contact');
      return contact;
    },
    async arrived(input: PlaceOrderInput): Promise<string> {
      const { id } = running.store.placeOrder(input);
      await running.settled();
      return id;
    },
    async letContact(change: Partial<Settings['contact']>) {
      const { body } = await running.call('GET', '/api/settings');
      await running.changeSettings({ contact: { ...body.contact, ...change } });
    },
    /** The clock goes to that moment, and what is due is done. */
    async until(iso: string) {
      clock.set(iso);
      await running.settled();
    },
  };
}
