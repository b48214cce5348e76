import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type OpenStorage, openStorage } from '../../web/storage/open-storage.ts';
import type { MailRecord } from '../../web/usecases/ports/mail-port.ts';
import { secretNames } from '../../web/usecases/ports/secret-port.ts';
import { shop } from '../support/order-record.ts';
import { now, other } from '../support/storage-samples.ts';

const mail = (change: Partial<MailRecord> = {}): MailRecord => ({
  id: 'm-1',
  shop,
  orderId: '1001',
  kind: 'phone-request',
  state: 'waiting',
  messageId: `<${change.id ?? 'm-1'}@${change.shop ?? shop}>`,
  at: now,
  sentAt: null,
  to: 'kaimono@example.jp',
  subject: 'ご注文の確認',
  text: 'お電話をいただけますか。',
  by: '例示 花子',
  byId: '7',
  problem: null,
  said: null,
  ...change,
});

/** The outbox and the secrets of shops, on whatever database. */
export function mailBattery(freshUrl: () => Promise<string>): void {
  let storage: OpenStorage;

  beforeEach(async () => {
    const databaseUrl = await freshUrl();
    storage = openStorage({ databaseUrl, encryptionKey: randomBytes(32), now: () => now });
    await storage.migrate();
    await storage.write((tx) => tx.shops.ensure(shop, now));
    await storage.write((tx) => tx.shops.ensure(other, now));
  });
  afterEach(() => storage.close());
  const insert = (...mails: MailRecord[]) =>
    storage.write(async (tx) => {
      for (const one of mails) await tx.mails.insert(one);
    });
  const load = (id: string, of = shop) => storage.read.mails.load(of, id);

  it('gives a mail back as it was written, and to its own shop only', async () => {
    const written = mail({ state: 'failed', problem: 'recipient', said: '550 no such user' });
    await insert(written, mail({ id: 'm-2', orderId: null, kind: 'alert', by: null, byId: null }));
    expect(await load('m-1')).toEqual(written);
    expect(await load('m-2')).toMatchObject({ orderId: null, kind: 'alert', by: null });
    expect(await load('m-1', other)).toBeNull();
  });

  it('moves a mail on from the states that are named, and from no other', async () => {
    await insert(mail());
    const claim = () =>
      storage.write((tx) => tx.mails.move(shop, 'm-1', ['waiting'], { state: 'sending' }));
    expect([await claim(), await claim()]).toEqual([true, false]);
    const sent = { state: 'sent', sentAt: now + 5, said: '250 ok' } as const;
    await storage.write((tx) => tx.mails.move(shop, 'm-1', ['sending'], sent));
    expect(await load('m-1')).toEqual(mail(sent));
    const foreign = storage.write((tx) =>
      tx.mails.move(other, 'm-1', ['sent'], { state: 'failed' }),
    );
    expect(await foreign).toBe(false);
  });

  it('lets one of two take a mail that both want at once', async () => {
    await insert(mail());
    const claim = () =>
      storage.write((tx) => tx.mails.move(shop, 'm-1', ['waiting'], { state: 'sending' }));
    const claims = await Promise.all([claim(), claim(), claim()]);
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it('lists the mails of an order, newest first, and finds and counts by state', async () => {
    await insert(
      mail(),
      mail({ id: 'm-2', at: now + 1, state: 'unknown' }),
      mail({ id: 'm-3', orderId: '1002', state: 'unknown' }),
      mail({ id: 'm-4', shop: other, state: 'unknown' }),
    );
    const ids = (mails: MailRecord[]) => mails.map(({ id }) => id);
    expect(ids(await storage.read.mails.ofOrder(shop, '1001'))).toEqual(['m-2', 'm-1']);
    expect(ids(await storage.read.mails.inStates(shop, ['unknown'], 10))).toEqual(['m-2', 'm-3']);
    expect(await storage.read.mails.count('unknown')).toBe(3);
  });

  it('forgets the mails of orders, and of a shop that is erased', async () => {
    await insert(mail(), mail({ id: 'm-2', orderId: '1002' }), mail({ id: 'm-3', orderId: null }));
    await storage.write((tx) => tx.orders.eraseOrders(shop, ['1001']));
    expect([await load('m-1'), (await load('m-2'))?.id]).toEqual([null, 'm-2']);
    await storage.write((tx) => tx.secrets.set(shop, 'mail.password', 'himitsu'));
    await storage.write((tx) => tx.shops.erase(shop));
    await storage.write((tx) => tx.shops.ensure(shop, now));
    expect(await load('m-2')).toBeNull();
    expect(await storage.read.secrets.get(shop, 'mail.password')).toBeNull();
  });

  it('keeps a secret under each name, replaces and drops it, for its own shop only', async () => {
    const { secrets } = storage.read;
    for (const name of secretNames) {
      expect(await secrets.get(shop, name)).toBeNull();
      await storage.write((tx) => tx.secrets.set(shop, name, `ひみつ ${name}`));
      await storage.write((tx) => tx.secrets.set(shop, name, `新しい ${name}`));
    }
    for (const name of secretNames) {
      expect(await secrets.get(shop, name)).toBe(`新しい ${name}`);
      expect(await secrets.get(other, name)).toBeNull();
    }
    await storage.write((tx) => tx.secrets.drop(shop, 'mail.password'));
    expect(await secrets.get(shop, 'mail.password')).toBeNull();
    expect(await secrets.get(shop, 'alerts.webhook.key')).toBe('新しい alerts.webhook.key');
  });
}
