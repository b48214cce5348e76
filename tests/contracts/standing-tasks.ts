import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type OpenStorage, openStorage } from '../../web/storage/open-storage.ts';
import type { NewTask, Task } from '../../web/usecases/ports/storage-port.ts';
import { shop } from '../support/order-record.ts';
import { now, task } from '../support/storage-samples.ts';

const minute = 60_000;

/** Work that was asked for already, and is asked for again: nothing may be lost by knowing that it stands. */
export function standingTasksBattery(freshUrl: () => Promise<string>): void {
  let storage: OpenStorage;
  let clock: number;

  beforeEach(async () => {
    clock = now;
    const databaseUrl = await freshUrl();
    storage = openStorage({ databaseUrl, encryptionKey: randomBytes(32), now: () => clock });
    await storage.migrate();
    await storage.write((tx) => tx.shops.ensure(shop, now));
  });
  afterEach(() => storage.close());

  const later = (wish: Partial<NewTask> = {}) => task({ runAt: now + minute, ...wish });
  const enqueue = (wish: NewTask) => storage.write((tx) => tx.tasks.enqueue(shop, wish, clock));
  const claimAt = (at: number): Promise<Task[]> => {
    clock = at;
    return storage.write((tx) => tx.tasks.claim(shop, at, 10, new Set()));
  };
  const stands = (wish: NewTask) => storage.read.tasks.stands(shop, wish);

  it('knows work that waits as urgent and no later, and no other', async () => {
    expect(await stands(later())).toBe(false);
    await enqueue(later());
    expect(await stands(later())).toBe(true);
    expect(await stands(later({ runAt: now + 2 * minute }))).toBe(true);
    expect(await stands(later({ runAt: now + minute - 1 }))).toBe(false);
    expect(await stands(later({ priority: 'staff' }))).toBe(false);
    expect(await stands(later({ key: 'another' }))).toBe(false);
    expect(await storage.read.tasks.stands('hoka.myshopify.com', later())).toBe(false);
  });

  it('takes the earlier time and the more urgent of two wishes', async () => {
    await enqueue(later({ priority: 'background' }));
    await enqueue(later({ runAt: now + 1_000, priority: 'background' }));
    await enqueue(later({ priority: 'staff' }));
    const [taken] = await claimAt(now + 1_000);
    expect(taken?.priority).toBe('staff');
  });

  it('does once more what is asked for while it runs, and again when it has ended', async () => {
    await enqueue(later());
    const [first] = await claimAt(now + minute);
    if (first === undefined) throw new Error('no task');
    expect(await stands(later({ runAt: clock + minute }))).toBe(false);
    await enqueue(later({ runAt: clock + minute }));
    await storage.write((tx) => tx.tasks.finish(first));
    const [second] = await claimAt(now + 2 * minute);
    if (second === undefined) throw new Error('not asked for again');
    await storage.write((tx) => tx.tasks.finish(second));
    await enqueue(later({ runAt: clock + minute }));
    expect(await claimAt(now + 3 * minute)).toHaveLength(1);
  });

  it('does once more what is asked for after the clock went back', async () => {
    await enqueue(later());
    const [first] = await claimAt(now + minute);
    if (first === undefined) throw new Error('no task');
    await storage.write((tx) => tx.tasks.finish(first));
    clock = now - 60 * minute;
    await enqueue(later());
    expect(await claimAt(now + minute)).toHaveLength(1);
  });

  it('revives failed work that is asked for again', async () => {
    await enqueue(later());
    const [first] = await claimAt(now + minute);
    if (first === undefined) throw new Error('no task');
    await enqueue(later({ runAt: clock + minute }));
    const failed = { runAt: clock, error: 'denied', failed: true };
    await storage.write((tx) => tx.tasks.retry(first, failed));
    expect(await stands(later({ runAt: clock + minute }))).toBe(false);
    await enqueue(later({ runAt: clock + minute }));
    expect(await claimAt(now + 2 * minute)).toHaveLength(1);
  });

  it('asks for cancelled work anew', async () => {
    await enqueue(later());
    const { kind, key } = later();
    await storage.write((tx) => tx.tasks.cancel(shop, kind, key));
    expect(await stands(later())).toBe(false);
    await enqueue(later());
    expect(await claimAt(now + minute)).toHaveLength(1);
  });

  it('takes no wish for standing that was rolled back or cancelled at once', async () => {
    const failing = storage.write(async (tx) => {
      await tx.tasks.enqueue(shop, later(), clock);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await stands(later())).toBe(false);
    const { kind, key } = later();
    await storage.write(async (tx) => {
      await tx.tasks.enqueue(shop, later(), clock);
      await tx.tasks.cancel(shop, kind, key);
    });
    expect(await stands(later())).toBe(false);
  });

  it('remembers neither work nor token of a shop that was erased', async () => {
    const token = {
      ...{ shop, accessToken: 'shpat_reidai', expiresAt: null, refreshToken: null },
      ...{ refreshExpiresAt: null, scopes: [] },
    };
    await storage.tokens.saveOffline(token);
    expect(await storage.tokens.loadOffline(shop)).toEqual(token);
    await enqueue(later());
    await storage.write((tx) => tx.shops.erase(shop));
    expect(await storage.tokens.loadOffline(shop)).toBeNull();
    await storage.write((tx) => tx.shops.ensure(shop, clock));
    expect(await stands(later())).toBe(false);
    await enqueue(later());
    expect(await claimAt(now + minute)).toHaveLength(1);
  });

  it('uses the token that was saved last, and none that a slice of an erasure took', async () => {
    const token = {
      ...{ shop, accessToken: 'shpat_first', expiresAt: null, refreshToken: null },
      ...{ refreshExpiresAt: null, scopes: [] },
    };
    await storage.tokens.saveOffline(token);
    await storage.tokens.loadOffline(shop);
    await storage.tokens.saveOffline({ ...token, accessToken: 'shpat_second' });
    expect((await storage.tokens.loadOffline(shop))?.accessToken).toBe('shpat_second');
    while ((await storage.write((tx) => tx.shops.eraseSlice(shop, 100))) > 0);
    expect(await storage.tokens.loadOffline(shop)).toBeNull();
  });
}
