import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type OpenStorage, openStorage } from '../../web/storage/open-storage.ts';
import type { AuditEntry, AuditRange } from '../../web/usecases/ports/storage-port.ts';
import { orderRecord, shop } from '../support/order-record.ts';
import { now, other } from '../support/storage-samples.ts';

const all: AuditRange = { from: null, to: null, who: null, what: null, orderId: null };

/** The log a page at a time, on whatever database. */
export function auditBattery(freshUrl: () => Promise<string>): void {
  let storage: OpenStorage;
  beforeEach(async () => {
    const databaseUrl = await freshUrl();
    storage = openStorage({ databaseUrl, encryptionKey: randomBytes(32), now: () => now });
    await storage.migrate();
    for (const name of [shop, other]) await storage.write((tx) => tx.shops.ensure(name, now));
    await storage.write((tx) => tx.orders.save(orderRecord()));
  });
  afterEach(() => storage.close());

  const entry = (change: Partial<AuditEntry>): AuditEntry => ({
    orderId: null,
    at: now,
    byKind: 'app',
    byId: null,
    byName: null,
    what: 'judged',
    details: {},
    ...change,
  });
  const add = (change: Partial<AuditEntry>, name = shop) =>
    storage.write((tx) => tx.audit.add(name, entry(change)));
  const staff = (id: string, byName: string) => ({ byKind: 'staff' as const, byId: id, byName });
  const whats = async (range: Partial<AuditRange>) =>
    (await storage.read.audit.page(shop, { ...all, ...range }, null, 100)).map(({ what }) => what);

  it('reads newest first, later lines of one moment first, and nothing of another shop', async () => {
    await add({ what: 'a', at: now + 1 });
    await add({ what: 'b' });
    await add({ what: 'c' });
    await add({ what: 'd' }, other);
    expect(await whats({})).toEqual(['a', 'c', 'b']);
  });

  it('goes on below the line where it stopped, whatever was written meanwhile', async () => {
    for (const what of ['a', 'b', 'c', 'd', 'e']) await add({ what });
    const read: string[] = [];
    let before: { at: number; id: number } | null = null;
    do {
      const lines = await storage.read.audit.page(shop, all, before, 2);
      read.push(...lines.map(({ what }) => what));
      await add({ what: 'newer', at: now + 1 });
      before = lines.at(-1) ?? null;
    } while (before !== null);
    expect(read).toEqual(['e', 'd', 'c', 'b', 'a']);
  });

  it('is narrowed by time, person, kind and order, and names the order', async () => {
    await add({ what: 'a', at: now - 1, ...staff('7', '花子') });
    await add({ what: 'b', orderId: '1001' });
    await add({ what: 'c', at: now + 1, byKind: 'buyer', orderId: '999' });
    expect(await whats({ from: now })).toEqual(['c', 'b']);
    expect(await whats({ to: now })).toEqual(['a']);
    expect(await whats({ who: '7' })).toEqual(['a']);
    expect(await whats({ who: 'buyer' })).toEqual(['c']);
    expect(await whats({ what: ['a', 'b'] })).toEqual(['b', 'a']);
    expect(await whats({ what: [] })).toEqual([]);
    const [line] = await storage.read.audit.page(shop, { ...all, orderId: '1001' }, null, 5);
    expect(line).toMatchObject({
      what: 'b',
      orderId: '1001',
      orderName: orderRecord().snapshot.name,
    });
    const [gone] = await storage.read.audit.page(shop, { ...all, orderId: '999' }, null, 5);
    expect(gone).toMatchObject({ what: 'c', orderName: null });
  });

  it('knows who did anything, by the name that they had last', async () => {
    await add(staff('7', '花子'));
    await add({ ...staff('8', '太郎'), at: now + 1 });
    await add({ ...staff('7', '例題 花子'), at: now + 2 });
    await add(staff('9', '他店'), other);
    const people = await storage.read.audit.people(shop);
    expect(new Map(people.map(({ id, name }) => [id, name]))).toEqual(
      new Map([
        ['7', '例題 花子'],
        ['8', '太郎'],
      ]),
    );
  });
}
