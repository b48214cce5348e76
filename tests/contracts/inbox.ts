import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type OpenStorage, openStorage } from '../../web/storage/open-storage.ts';
import { shop } from '../support/order-record.ts';
import { now, task, webhook } from '../support/storage-samples.ts';

/** Deliveries and their work where more than one process, or more than one task, is concerned. */
export function inboxBattery(freshUrl: () => Promise<string>): void {
  const encryptionKey = randomBytes(32);
  let databaseUrl: string;
  let opened: OpenStorage[];

  const open = (): OpenStorage => {
    const storage = openStorage({ databaseUrl, encryptionKey, now: () => now });
    opened.push(storage);
    return storage;
  };
  beforeEach(async () => {
    opened = [];
    databaseUrl = await freshUrl();
    await open().migrate();
  });
  afterEach(async () => {
    await Promise.all(opened.map((storage) => storage.close()));
  });

  it('refuses a webhook that another process stored, and reads one that it took', async () => {
    expect(await open().receive(webhook('w-1'))).toBe('stored');
    const second = open();
    expect(await second.receive(webhook('w-1'))).toBe('duplicate');
    const [taken] = await second.write((tx) => tx.tasks.claim(shop, now, 10, new Set()));
    const id = Number(taken?.key);
    expect(await second.read.inbox.load(shop, id)).toEqual(webhook('w-1').envelope);
    expect(await second.read.inbox.load(shop, id)).toEqual(webhook('w-1').envelope);
  });

  it('reads a webhook that it has just stored a second time, for a second try', async () => {
    const storage = open();
    await storage.receive(webhook('w-1'));
    const [taken] = await storage.write((tx) => tx.tasks.claim(shop, now, 10, new Set()));
    const load = () => storage.read.inbox.load(shop, Number(taken?.key));
    expect([await load(), await load()]).toEqual([
      webhook('w-1').envelope,
      webhook('w-1').envelope,
    ]);
  });

  it('stores a webhook of an erased shop that comes once more', async () => {
    const storage = open();
    expect(await storage.receive(webhook('w-1'))).toBe('stored');
    await storage.write((tx) => tx.shops.erase(shop));
    expect(await storage.receive(webhook('w-1'))).toBe('stored');
  });

  it('tells how many webhooks wait to be stored', async () => {
    const storage = open();
    const both = Promise.all([storage.receive(webhook('w-1')), storage.receive(webhook('w-2'))]);
    expect(storage.unanswered()).toBe(2);
    await both;
    expect(storage.unanswered()).toBe(0);
  });

  it('takes many ended tasks off at once, and keeps what was asked for meanwhile', async () => {
    const storage = open();
    const enqueue = (key: string) =>
      storage.write((tx) => tx.tasks.enqueue(shop, task({ key, subject: key }), now));
    const claim = () => storage.write((tx) => tx.tasks.claim(shop, now, 10, new Set()));
    for (const key of ['a', 'b', 'c']) await enqueue(key);
    const taken = await claim();
    await enqueue('b');
    await storage.write((tx) => tx.tasks.finishAll(shop, taken));
    expect((await claim()).map(({ key, attempts }) => [key, attempts])).toEqual([['b', 1]]);
  });

  it('clears the bodies of many webhooks at once, and of none beside them', async () => {
    const storage = open();
    for (const id of ['w-1', 'w-2']) await storage.receive(webhook(id, { subject: id }));
    const taken = await storage.write((tx) => tx.tasks.claim(shop, now, 10, new Set()));
    const [first = 0, second = 0] = taken.map(({ key }) => Number(key));
    const other = open();
    await storage.write((tx) => tx.inbox.finishAll(shop, [first]));
    expect(await other.read.inbox.load(shop, first)).toBeNull();
    expect(await other.read.inbox.load(shop, second)).not.toBeNull();
  });
}
