import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keysOfEntry } from '../../web/risk/list-keys.ts';
import { type OpenStorage, openStorage } from '../../web/storage/open-storage.ts';
import type { KeyedEntry } from '../../web/usecases/ports/list-port.ts';
import { identity, keyedEntry } from '../support/list-entries.ts';
import { shop } from '../support/order-record.ts';
import { now, other } from '../support/storage-samples.ts';

const day = 86_400_000;

/** What the lists' storage must do on whatever database. */
export function listBattery(freshUrl: () => Promise<string>): void {
  let storage: OpenStorage;
  let time = now;

  beforeEach(async () => {
    time = now;
    const databaseUrl = await freshUrl();
    storage = openStorage({ databaseUrl, encryptionKey: randomBytes(32), now: () => time });
    await storage.migrate();
    await storage.write((tx) => tx.shops.ensure(shop, now));
    await storage.write((tx) => tx.shops.ensure(other, now));
  });
  afterEach(() => storage.close());

  const add = (entry: KeyedEntry, where = shop) =>
    storage.write((tx) => tx.lists.add(where, entry));
  const matching = async (keys: readonly string[], where = shop, at = time) =>
    (await storage.read.lists.matching(where, keys, at, 20)).map(({ id }) => id);
  const keys = (change = {}) => keysOfEntry(identity(change));
  const listed = async (filter = {}) =>
    (await storage.read.lists.list(shop, { limit: 50, ...filter })).entries.map(({ id }) => id);

  it('gives an entry back as it was written', async () => {
    const given = keyedEntry('e-1', { ip: '198.51.100.7', reading: 'レイジハナコ' });
    expect(await add(given)).toEqual({ duplicate: null });
    expect(await storage.read.lists.load(shop, 'e-1')).toEqual(given.entry);
    expect(await storage.read.lists.load(other, 'e-1')).toBeNull();
    expect(await storage.read.lists.load(shop, 'i17')).toBeNull();
  });

  it('finds an entry by each of its keys, inside its shop only', async () => {
    await add(keyedEntry('e-1'));
    expect(keys().length).toBeGreaterThan(4);
    for (const key of keys()) expect(await matching([key]), key).toEqual(['e-1']);
    expect(await matching(keys(), other)).toEqual([]);
    expect(await matching(['email:dareka@example.jp'])).toEqual([]);
    expect(await matching([])).toEqual([]);
  });

  it('finds the one entry with the same e-mail behind a crowd that shares a name', async () => {
    await add(keyedEntry('mine', { phones: [], address: null }));
    for (let n = 0; n < 30; n += 1) {
      const change = { emails: [`betsu${n}-jin@example.jp`], phones: [], address: null };
      await add(keyedEntry(`crowd-${n}`, change));
    }
    const asked = keys({ phones: [], address: null });
    const found = await storage.read.lists.matching(shop, asked, now, 5);
    expect(found.map(({ id }) => id)).toContain('mine');
    expect(found.length).toBeLessThanOrEqual(5 * asked.length);
  });

  it('adds the same person in another spelling once, and again when the first has expired', async () => {
    await add(keyedEntry('e-1', {}, { expiresAt: now + day }));
    const again = keyedEntry('e-2', {
      emails: ['REIDAI.itazura+x@gmail.com'],
      phones: ['+81 90 1234 5601'],
    });
    expect(await add(again)).toEqual({ duplicate: 'e-1' });
    expect(await add(again, other)).toEqual({ duplicate: null });
    time = now + 2 * day;
    expect(await add({ ...again, entry: { ...again.entry, id: 'e-3' } })).toEqual({
      duplicate: null,
    });
    expect(await matching(keys())).toEqual(['e-3']);
  });

  it('finds a changed entry by its new keys and no longer by its old ones', async () => {
    await add(keyedEntry('e-1'));
    await add(keyedEntry('e-2', { emails: ['tsugi@example.jp'] }));
    const moved = keyedEntry('e-1', { emails: ['atarashii@example.jp'] }, { kind: 'cod' });
    expect(await storage.write((tx) => tx.lists.replace(shop, moved))).toEqual({
      ...{ done: true, duplicate: null },
    });
    expect(await storage.read.lists.load(shop, 'e-1')).toEqual(moved.entry);
    expect(await matching(['email:atarashii@example.jp'])).toEqual(['e-1']);
    expect(await matching(['email:reidaiitazura@gmail.com'])).toEqual([]);
    const counts = await storage.read.lists.counts(shop, now);
    expect(counts).toMatchObject({ fraud: 1, cod: 1 });
  });

  it('refuses a change that would make two entries one, and one of another shop', async () => {
    await add(keyedEntry('e-1'));
    await add(keyedEntry('e-2', { emails: ['tsugi@example.jp'] }));
    const replace = (entry: KeyedEntry, where = shop) =>
      storage.write((tx) => tx.lists.replace(where, entry));
    expect(await replace(keyedEntry('e-2'))).toEqual({ done: false, duplicate: 'e-1' });
    expect(await replace(keyedEntry('e-1', {}, { note: '確認済み' }))).toEqual({
      ...{ done: true, duplicate: null },
    });
    expect(await replace(keyedEntry('e-1'), other)).toEqual({ done: false, duplicate: null });
  });

  it('gives the checkout what is in force: by kind as asked, each newest first, so many and no more', async () => {
    const kinds = {
      a: 'watch',
      b: 'fraud',
      c: 'cod',
      d: 'fraud',
      e: 'allowed',
      f: 'fraud',
    } as const;
    for (const [id, kind] of Object.entries(kinds)) {
      await add(keyedEntry(id, { emails: [`${id}@example.jp`] }, { kind }));
    }
    await add(keyedEntry('over', { emails: ['over@example.jp'] }, { expiresAt: now + day }));
    await add(keyedEntry('gone', { emails: ['gone@example.jp'] }));
    await storage.write((tx) => tx.lists.remove(shop, 'gone', time));
    await add(keyedEntry('theirs'), other);
    const asked = async (limit: number, at = now + day) =>
      (await storage.read.lists.forCheckout(shop, ['fraud', 'cod', 'watch'], at, limit)).map(
        ({ id }) => id,
      );
    expect(await asked(100)).toEqual(['f', 'd', 'b', 'c', 'a']);
    expect(await asked(100, now)).toEqual(['over', 'f', 'd', 'b', 'c', 'a']);
    expect(await asked(2)).toEqual(['f', 'd']);
    expect(await asked(4)).toEqual(['f', 'd', 'b', 'c']);
    expect(await storage.read.lists.forCheckout(shop, [], now, 9)).toEqual([]);
    const [first] = await storage.read.lists.forCheckout(shop, ['cod'], now, 1);
    expect(first).toEqual(keyedEntry('c', { emails: ['c@example.jp'] }, { kind: 'cod' }).entry);
  });

  it('gives the checkout more entries than it opens at once', async () => {
    for (let n = 0; n < 3; n += 1) {
      await storage.write(async (tx) => {
        for (let m = 0; m < 350; m += 1) {
          const emails = [`${n}-${m}@example.jp`];
          await tx.lists.add(shop, keyedEntry(`${n}-${m}`, { emails, phones: [], address: null }));
        }
      });
    }
    const found = await storage.read.lists.forCheckout(shop, ['fraud'], now, 2_000);
    expect(found).toHaveLength(1050);
    expect([found[0]?.id, found[500]?.id, found.at(-1)?.id]).toEqual(['2-349', '1-199', '0-0']);
    expect(await storage.read.lists.forCheckout(shop, ['fraud'], now, 501)).toEqual(
      found.slice(0, 501),
    );
  });

  it('removes, restores, and refuses to restore what was added anew', async () => {
    await add(keyedEntry('e-1'));
    const remove = (id: string, where = shop) =>
      storage.write((tx) => tx.lists.remove(where, id, time));
    const restore = (id: string) => storage.write((tx) => tx.lists.restore(shop, id));
    expect(await remove('e-1', other)).toBe(false);
    expect(await remove('e-1')).toBe(true);
    expect(await remove('e-1')).toBe(false);
    expect(await matching(keys())).toEqual([]);
    expect(await listed()).toEqual([]);
    expect(await restore('e-1')).toEqual({ done: true, duplicate: null });
    expect(await matching(keys())).toEqual(['e-1']);
    await remove('e-1');
    await add(keyedEntry('e-2'));
    expect(await restore('e-1')).toEqual({ done: false, duplicate: 'e-2' });
    expect((await storage.read.lists.counts(shop, now)).fraud).toBe(1);
  });

  it('no longer finds or counts what has expired', async () => {
    await add(keyedEntry('e-1', {}, { expiresAt: now + day }));
    await add(keyedEntry('e-2', { emails: ['tsugi@example.jp'] }));
    expect(await matching(keys(), shop, now + 2 * day)).toEqual(['e-2']);
    expect((await storage.read.lists.counts(shop, now)).fraud).toBe(2);
    expect((await storage.read.lists.counts(shop, now + 2 * day)).fraud).toBe(1);
  });

  it('pages through the list, newest first, of some kinds or all', async () => {
    const kinds = ['fraud', 'cod', 'watch'] as const;
    for (let n = 0; n < 9; n += 1) {
      const kind = kinds[n % 3] ?? 'fraud';
      await add(keyedEntry(`e-${n}`, { emails: [`hito${n}@example.jp`] }, { kind }));
    }
    await add(keyedEntry('other'), other);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await storage.read.lists.list(shop, {
        ...{ kinds: ['fraud', 'watch'], limit: 2, cursor },
      });
      seen.push(...page.entries.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(['e-8', 'e-6', 'e-5', 'e-3', 'e-2', 'e-0']);
    expect(await listed()).toEqual([8, 7, 6, 5, 4, 3, 2, 1, 0].map((n) => `e-${n}`));
    expect(await listed({ keys: ['email:hito4@example.jp'] })).toEqual(['e-4']);
    expect(await listed({ keys: [] })).toEqual([]);
  });

  it('pages through what a search found', async () => {
    for (let n = 0; n < 5; n += 1) {
      await add(keyedEntry(`e-${n}`, { emails: [`hito${n}@example.jp`] }));
    }
    const asked = { keys: [`name:${'例示花子'}`], limit: 3 };
    const first = await storage.read.lists.list(shop, asked);
    expect(first.entries.map(({ id }) => id)).toEqual(['e-4', 'e-3', 'e-2']);
    const next = { ...asked, cursor: first.nextCursor ?? '' };
    const second = await storage.read.lists.list(shop, next);
    expect(second.entries.map(({ id }) => id)).toEqual(['e-1', 'e-0']);
    expect(second.nextCursor).toBeNull();
  });

  it('ends what was removed or has expired long enough ago, in slices', async () => {
    for (let n = 0; n < 6; n += 1) {
      const expiresAt = n < 2 ? now + day : null;
      await add(keyedEntry(`e-${n}`, { emails: [`hito${n}@example.jp`] }, { expiresAt }));
    }
    await storage.write((tx) => tx.lists.remove(shop, 'e-2', now));
    await storage.write((tx) => tx.lists.remove(shop, 'e-3', now + day));
    const before = { removed: now + 1, expired: now + 2 * day };
    const slice = () => storage.write((tx) => tx.lists.purge(shop, before, 2));
    expect([await slice(), await slice(), await slice()]).toEqual([2, 1, 0]);
    expect(await listed()).toEqual(['e-5', 'e-4']);
    expect((await storage.write((tx) => tx.lists.restore(shop, 'e-3'))).done).toBe(true);
    expect((await storage.write((tx) => tx.lists.restore(shop, 'e-2'))).done).toBe(false);
    expect((await storage.read.lists.counts(shop, now)).fraud).toBe(3);
  });
}
