import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type OpenStorage, openStorage } from '../../web/storage/open-storage.ts';
import { newContact } from '../../web/usecases/contact/contact-flow.ts';
import type { CallRecord, ContactRecord } from '../../web/usecases/ports/contact-port.ts';
import { orderRecord, shop } from '../support/order-record.ts';
import { now, other } from '../support/storage-samples.ts';

const asked: ContactRecord = {
  ...newContact('1001'),
  stage: 'asked',
  nextAt: now + 86_400_000,
  replyBy: '2026-11-25',
  asked: { template: 'phone-request', at: now },
  idSeen: { by: '例示 花子', at: now - 5 },
};

const call = (change: Partial<CallRecord> = {}): CallRecord => ({
  orderId: '1001',
  at: now,
  byId: '7',
  by: '例示 花子',
  result: 'not-reached',
  number: '090-1234-5678',
  note: null,
  ...change,
});

/** What is kept of the contact with buyers, on whatever database. */
export function contactBattery(freshUrl: () => Promise<string>): void {
  let storage: OpenStorage;

  beforeEach(async () => {
    const databaseUrl = await freshUrl();
    storage = openStorage({ databaseUrl, encryptionKey: randomBytes(32), now: () => now });
    await storage.migrate();
    await storage.write((tx) => tx.shops.ensure(shop, now));
    await storage.write((tx) => tx.shops.ensure(other, now));
  });
  afterEach(() => storage.close());
  const save = (contact: ContactRecord, of = shop) =>
    storage.write((tx) => tx.contacts.save(of, contact));

  it('gives a contact back as it was saved, and to its own shop only', async () => {
    await save(asked);
    expect(await storage.read.contacts.load(shop, '1001')).toEqual(asked);
    expect(await storage.read.contacts.load(other, '1001')).toBeNull();
    expect(await storage.read.contacts.load(shop, '1002')).toBeNull();
  });

  it('replaces a contact, in one row', async () => {
    await save(asked);
    const answer = { answer: 'ordered', at: now + 1, via: 'link', by: null } as const;
    const answered = { ...asked, stage: 'answered', nextAt: null, answer } as const;
    await save(answered);
    expect(await storage.read.contacts.load(shop, '1001')).toEqual(answered);
    await save({ ...asked, stage: 'none' }, other);
    expect(await storage.read.contacts.load(shop, '1001')).toEqual(answered);
  });

  it('logs calls, the newest first, also those of the same moment', async () => {
    const calls = [
      call({ note: '一度目' }),
      call({ at: now + 1, result: 'reached' }),
      call({ at: now + 1, result: 'reached', note: '三度目' }),
    ];
    await storage.write(async (tx) => {
      for (const one of calls) await tx.contacts.addCall(shop, one);
    });
    expect(await storage.read.contacts.callsOf(shop, '1001')).toEqual([...calls].reverse());
    expect(await storage.read.contacts.callsOf(other, '1001')).toEqual([]);
  });

  it('forgets calls and contact with their order, and with their shop', async () => {
    await storage.write(async (tx) => {
      await tx.orders.save(orderRecord());
      await tx.contacts.save(shop, asked);
      await tx.contacts.save(shop, { ...asked, orderId: '1002' });
      await tx.contacts.addCall(shop, call());
    });
    await storage.write((tx) => tx.orders.eraseOrders(shop, ['1001']));
    expect(await storage.read.contacts.load(shop, '1001')).toBeNull();
    expect(await storage.read.contacts.callsOf(shop, '1001')).toEqual([]);
    expect(await storage.read.contacts.load(shop, '1002')).not.toBeNull();
    await storage.write((tx) => tx.shops.erase(shop));
    await storage.write((tx) => tx.shops.ensure(shop, now));
    expect(await storage.read.contacts.load(shop, '1002')).toBeNull();
  });
}
