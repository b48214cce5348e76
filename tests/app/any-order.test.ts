import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { seeded } from '../../web/standin/random.ts';
import { domain, type RunningApp, startApp } from '../support/app-on-stand-in.ts';
import { manualClock } from '../support/clock.ts';
import { cardThief, codPrank, ordinaryOrder } from '../support/suspicious-orders.ts';
import { tempDatabase } from '../support/temp-database.ts';

interface Caught {
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** Takes the store's webhooks in the app's place, to be handed on in any order. */
async function startInterceptor() {
  const caught: Caught[] = [];
  const server = createServer((req, res) => {
    const parts: Buffer[] = [];
    req.on('data', (part: Buffer) => parts.push(part));
    req.on('end', () => {
      const kept = Object.entries(req.headers).flatMap(([name, value]) =>
        name.startsWith('x-shopify-') && typeof value === 'string' ? [[name, value]] : [],
      );
      caught.push({ headers: Object.fromEntries(kept), body: Buffer.concat(parts).toString() });
      res.end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { caught, url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const rest = [...list];
  const drawn: T[] = [];
  while (rest.length > 0) drawn.push(...rest.splice(Math.floor(random() * rest.length), 1));
  return drawn;
}

async function deliver(running: RunningApp, webhooks: readonly Caught[], random: () => number) {
  for (const { headers, body } of webhooks) {
    const sent = fetch(`${running.origin}/api/webhooks`, { method: 'POST', headers, body });
    // Some arrive together, some one after the other has been worked.
    expect((await sent).status).toBe(200);
    if (random() < 0.5) await running.app.runner.idle();
  }
  await running.app.runner.idle();
}

/** Until nothing comes back any more, time passing so that what waits for routing looks again. */
async function comesToRest(
  running: RunningApp,
  caught: Caught[],
  advance: () => void,
  random: () => number,
) {
  for (let round = 0; round < 4; round += 1) {
    await running.standIn.deliveriesIdle();
    await deliver(running, shuffled(caught.splice(0), random), random);
    advance();
    running.standIn.advance();
  }
}

it.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'whatever comes first and however often, the end is the same (seed %i)',
  async (seed) => {
    const random = seeded(seed);
    const clock = manualClock();
    const running = await startApp({ databaseUrl: tempDatabase().url, now: clock.now });
    const interceptor = await startInterceptor();
    try {
      await running.call('GET', '/api/today');
      await running.changeSettings({ mode: 'act' });
      await running.settled();
      running.standIn.setAppUrl(interceptor.url);
      running.store.settings.routingDelayMs = null;
      const prank = running.store.placeOrder(codPrank).id;
      const thief = running.store.placeOrder(cardThief).id;
      const plain = running.store.placeOrder(ordinaryOrder).id;
      for (const id of [prank, thief, plain]) {
        clock.advance(1_000);
        if (id !== plain) running.store.setRisk(id, 'HIGH');
        if (random() < 0.5) running.store.route(id);
        running.store.editNote(id, '置き配でお願いします');
      }
      await running.standIn.deliveriesIdle();
      const first = interceptor.caught.splice(0);
      expect(first.length).toBeGreaterThanOrEqual(8);
      await deliver(running, shuffled([...first, ...first], random), random);
      for (const id of [prank, thief, plain]) running.store.route(id);
      await comesToRest(running, interceptor.caught, () => clock.advance(61_000), random);
      for (const id of [prank, thief]) {
        const order = running.store.order(id);
        expect(order.holds).toHaveLength(1);
        expect(order.tags).toEqual(['sekisho:held', 'sekisho:high']);
        const { body } = await running.call('GET', `/api/orders/${id}`);
        expect(body).toMatchObject({ level: 'high', state: 'held', hasOpenCase: true });
        expect(body.note).toBe('置き配でお願いします');
      }
      const untouched = running.store.order(plain);
      expect(untouched).toMatchObject({ holds: [], tags: [] });
      expect(untouched.risk.filter((card) => card.ours)).toEqual([]);
      expect(await running.app.storage.read.orders.watchdog(domain)).toEqual({
        flaggedNotHeld: 0,
        heldWithoutCase: 0,
      });
      expect(await running.app.storage.read.tasks.failures(domain, 10)).toEqual([]);
    } finally {
      interceptor.close();
      await running.stop();
    }
  },
);
