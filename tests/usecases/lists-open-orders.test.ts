import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ListIdentity } from '../../web/risk/list-entry.ts';
import { type OpenStorage, openStorage } from '../../web/storage/open-storage.ts';
import { enqueueJudgeOpen, orderKeysOf } from '../../web/usecases/judging/judge-open-orders.ts';
import { facts, orderRecord, shop, snapshot } from '../support/order-record.ts';
import { now } from '../support/storage-samples.ts';
import { tempDatabase } from '../support/temp-database.ts';

let storage: OpenStorage;
beforeEach(async () => {
  const { url: databaseUrl } = tempDatabase();
  storage = openStorage({ databaseUrl, encryptionKey: randomBytes(32), now: () => now });
  await storage.migrate();
  await storage.write((tx) => tx.shops.ensure(shop, now));
});
afterEach(() => storage.close());

const nobody: ListIdentity = {
  emails: [],
  phones: [],
  name: null,
  reading: null,
  address: null,
  ip: null,
  card: null,
};

const saved = (count: number) =>
  storage.write(async (tx) => {
    for (let n = 1; n <= count; n += 1) {
      await tx.orders.save(orderRecord({ id: String(n), snapshot: snapshot({ id: String(n) }) }));
    }
  });
const enqueue = (identity: Partial<ListIdentity>, runAt?: number) =>
  storage.write((tx) =>
    enqueueJudgeOpen(tx, shop, orderKeysOf({ ...nobody, ...identity }), now, runAt),
  );
const tasks = async (at = now) =>
  (await storage.write((tx) => tx.tasks.claim(shop, at, 100, new Set()))).map(
    ({ kind, key, subject }) => ({ kind, key, subject }),
  );

describe('a change of the list', () => {
  it('gives each open order that shares a key a task of its own, in turn with its other work', async () => {
    await saved(2);
    expect(await enqueue({ emails: ['REIDAI-tanaka+a@example.jp'] })).toBe(2);
    const kind = 'judge-open-orders';
    expect(await tasks()).toEqual([
      { kind, key: '2', subject: '2' },
      { kind, key: '1', subject: '1' },
    ]);
  });

  it('that concerns a crowd goes through all open orders once', async () => {
    await saved(51);
    expect(await enqueue({ emails: ['reidai-tanaka@example.jp'] })).toBe(51);
    await enqueue({ phones: ['03-1234-5601'] });
    expect(await tasks()).toEqual([{ kind: 'judge-open-orders', key: '', subject: null }]);
  });

  it('that can be taken back waits, and comes at once when it was', async () => {
    await saved(1);
    await enqueue({ emails: ['reidai-tanaka@example.jp'] }, now + 10_000);
    expect(await tasks()).toEqual([]);
    await enqueue({ emails: ['reidai-tanaka@example.jp'] });
    expect(await tasks()).toHaveLength(1);
    expect(await tasks(now + 10_000)).toEqual([]);
  });

  it('finds an order by every field of the entry, and by its second e-mail and phone', async () => {
    await saved(1);
    const { shipping, clientIp } = facts();
    const address = {
      ...shipping,
      address1: '神宮前９９丁目１番地２',
      lastName: null,
      firstName: null,
    };
    const found: Partial<ListIdentity>[] = [
      { emails: ['x@example.jp', 'reidai-tanaka@example.jp'] },
      { phones: ['0312345699', '+81312345601'] },
      { address },
      { name: '田中　一郎 様' },
      { ip: clientIp ?? '' },
    ];
    for (const identity of found) expect(await enqueue(identity), JSON.stringify(identity)).toBe(1);
    for (const identity of [{ emails: ['x@example.jp'] }, { name: '田中' }, {}]) {
      expect(await enqueue(identity), JSON.stringify(identity)).toBe(0);
    }
  });
});
