import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type App, composeApp } from '../../web/compose.ts';
import { parseConfig } from '../../web/config.ts';
import type { ListImportDto } from '../../web/contract/list-imports.ts';
import { keysOfEntry } from '../../web/risk/list-keys.ts';
import { type Connections, connect } from '../../web/storage/connections.ts';
import type { Answer, Caller } from '../../web/usecases/use-cases.ts';
import { csvFile, identityOf, personOf } from '../bench/list-people.ts';
import { identity, keyedEntry } from '../support/list-entries.ts';

const shop = 'reidai.myshopify.com';
const staff = { userId: '7', name: '例示 太郎', email: null, locale: 'ja', isOwner: true };
const caller: Caller = { shop, locale: 'ja', staff: { ...staff, scopes: null, expiresAt: 0 } };
/** Enough for many slices; a million are measured by `npm run bench`. */
const rows = 6_000;
const fewRows = 4_000;

/** Whole imports on whatever database: real file, real thread, real tables. */
export function listImportBattery(freshUrl: () => Promise<string>): void {
  let env: Record<string, string>;
  let app: App;
  let tables: Connections;

  const start = () => {
    const parsed = parseConfig(env);
    if (!parsed.ok) throw new Error(parsed.error);
    return composeApp(parsed.config, { tickMs: 20 });
  };
  beforeEach(async () => {
    const DATABASE_URL = await freshUrl();
    env = {
      ...{
        PORT: '0',
        SHOPIFY_APP_URL: 'http://127.0.0.1:1',
        SHOPIFY_ADMIN_ORIGIN: 'http://127.0.0.1:1',
      },
      ...{
        SHOPIFY_API_KEY: 'key',
        SHOPIFY_API_SECRET: 'secret',
        LOG_LEVEL: 'silent',
        DATABASE_URL,
      },
      ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    };
    app = start();
    await app.storage.migrate();
    await app.storage.write((tx) => tx.shops.ensure(shop, Date.now()));
    await app.runner.start();
    tables = connect(DATABASE_URL);
  });
  afterEach(async () => {
    await app.runner.stop();
    await app.storage.close();
    await tables.close();
  });

  const done = <T>(answer: Answer<T>): T => {
    if (!answer.ok) throw new Error(answer.code);
    return answer.value;
  };
  async function* pieces(first: number, count: number) {
    yield* csvFile(first, count);
  }
  const checked = async (first: number, count: number): Promise<ListImportDto> => {
    const file = { name: 'list.csv', bytes: pieces(first, count) };
    const { id } = done(await app.useCases.imports.upload(caller, file));
    await app.runner.idle();
    return load(id);
  };
  const load = async (id: string) => done(await app.useCases.imports.load(caller, id));
  const imported = async (id: string) => {
    done(await app.useCases.imports.start(caller, id));
    await app.runner.idle();
    return load(id);
  };
  const listed = async () => (await app.storage.read.lists.counts(shop, Date.now())).fraud;
  const found = async (n: number) =>
    (
      await app.storage.read.lists.matching(
        shop,
        keysOfEntry(identityOf(personOf(n))).filter((key) => key.startsWith('email:')),
        Date.now(),
        5,
      )
    ).map((entry) => entry.identity.name);
  const countOf = async (table: string) => {
    const row = await tables.reader(table).count({ n: '*' }).first();
    return Number(row?.n ?? 0);
  };
  /** Keys and prints that lead to no entry, which no look-up would ever notice. */
  const strays = async () => {
    const of = async (table: string) => {
      const entries = tables.reader('list_entries').select('id');
      const row = await tables.reader(table).whereNotIn('entry', entries).count({ n: '*' }).first();
      return Number(row?.n ?? 0);
    };
    return (await of('list_keys')) + (await of('list_prints'));
  };
  const nameOf = (n: number) => `${personOf(n).lastName} ${personOf(n).firstName}`;

  it('imports a file whole, finds what is in it, and changes nothing when it comes again', async () => {
    const first = await checked(0, rows);
    expect(first).toMatchObject({ state: 'ready', counts: { rows, bad: 0 } });
    expect(await countOf('list_entries')).toBe(0);
    const ended = await imported(first.id);
    const { added, repeated } = ended.counts;
    expect(added + repeated).toBe(rows);
    expect(await listed()).toBe(added);
    for (const n of [0, 1, 777, rows - 1]) expect(await found(n), String(n)).toContain(nameOf(n));
    expect(await found(rows + 1)).toEqual([]);
    expect(await countOf('list_import_chunks')).toBe(0);

    const again = await checked(0, rows);
    expect(again.counts).toMatchObject({ rows, added: 0, existing: added, repeated });
    await imported(again.id);
    expect(await listed()).toBe(added);
    expect(await countOf('list_entries')).toBe(added);

    done(await app.useCases.imports.drop(caller, first.id));
    expect(await listed()).toBe(0);
    await app.runner.idle();
    expect([await countOf('list_entries'), await countOf('list_keys'), await strays()]).toEqual([
      0, 0, 0,
    ]);
  }, 300_000);

  it('keeps entries that came singly apart from those of a file', async () => {
    const before = await app.storage.write((tx) => tx.lists.add(shop, keyedEntry('e-1')));
    expect(before.duplicate).toBeNull();
    const file = await checked(0, 300);
    await imported(file.id);
    await app.storage.write((tx) =>
      tx.lists.add(shop, keyedEntry('e-2', { emails: ['ato@example.jp'] })),
    );
    const page = await app.storage.read.lists.list(shop, { limit: 400 });
    expect(page.entries.map(({ id }) => id).filter((id) => id.startsWith('e-'))).toEqual([
      'e-2',
      'e-1',
    ]);
    expect([page.entries[0]?.id, page.entries.at(-1)?.id]).toEqual(['e-2', 'e-1']);
    done(await app.useCases.imports.drop(caller, file.id));
    await app.runner.idle();
    const found = await app.storage.read.lists.matching(
      shop,
      keysOfEntry(identity()),
      Date.now(),
      9,
    );
    expect(found.map(({ id }) => id)).toEqual(['e-2', 'e-1']);
    expect([await countOf('list_entries'), await strays()]).toEqual([2, 0]);
  }, 180_000);

  it('leaves the list as it was when somebody gives the import up in the middle', async () => {
    const file = await checked(0, fewRows);
    done(await app.useCases.imports.start(caller, file.id));
    while ((await countOf('list_entries')) === 0)
      await new Promise((resolve) => setTimeout(resolve, 5));
    done(await app.useCases.imports.drop(caller, file.id));
    expect(await listed()).toBe(0);
    await app.runner.idle();
    expect((await load(file.id)).state).toBe('removed');
    expect([await countOf('list_entries'), await strays()]).toEqual([0, 0]);
  }, 180_000);

  it('erases the lists of a shop that is redacted, in slices', async () => {
    await imported((await checked(0, 500)).id);
    await app.storage.write((tx) => tx.shops.erase(shop));
    await app.storage.write((tx) => tx.shops.ensure(shop, Date.now()));
    expect(await listed()).toBe(0);
    while ((await app.storage.bulk.endGone()) > 0);
    const left = ['list_entries', 'list_keys', 'list_prints', 'list_batches', 'list_segments'];
    expect(await Promise.all(left.map(countOf))).toEqual([0, 0, 0, 0, 0]);
  }, 180_000);

  it.each([1, 2_500])(
    'leaves the list as it was when the process is killed after %i entries, and is whole after the next start',
    async (killedAt) => {
      await app.storage.write((tx) => tx.lists.add(shop, keyedEntry('e-1')));
      const file = await checked(0, fewRows);
      await app.runner.stop();
      done(await app.useCases.imports.start(caller, file.id));
      const child = spawn(
        process.execPath,
        [path.join(import.meta.dirname, '../support/import-process.ts')],
        {
          env,
          stdio: ['ignore', 'ignore', 'inherit'],
        },
      );
      while ((await countOf('list_entries')) <= killedAt) {
        await new Promise((resolve) => setTimeout(resolve, 3));
      }
      child.kill('SIGKILL');
      await once(child, 'exit');
      const { state } = await load(file.id);
      expect(state).toBe('importing');
      expect([await listed(), await found(3)]).toEqual([1, []]);

      await app.storage.close();
      // What the end of the dead process's lease brings, without the wait for it.
      if (tables.engine === 'postgres') {
        await tables.writer('leases').update({ until: tables.writer.raw('until - 60000') });
      }
      app = start();
      await app.runner.start();
      await app.runner.idle();
      const ended = await load(file.id);
      expect(ended.state).toBe('done');
      expect(await listed()).toBe(ended.counts.added + 1);
      expect(await found(3)).toContain(nameOf(3));
      expect([await countOf('list_entries'), await strays()]).toEqual([ended.counts.added + 1, 0]);
    },
    180_000,
  );
}
