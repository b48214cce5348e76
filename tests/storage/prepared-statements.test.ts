import knexFactory, { type Knex } from 'knex';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connect } from '../../web/storage/connections.ts';
import { type TempDatabase, tempDatabase } from '../support/temp-database.ts';

let db: Knex;
let close: () => Promise<void>;
let file: TempDatabase;

beforeEach(async () => {
  file = tempDatabase();
  const connections = connect(file.url);
  db = connections.writer;
  close = connections.close;
  await db.schema.createTable('t', (t) => {
    t.increments('id');
    t.text('name').unique();
  });
});
afterEach(() => close());

it('gives each call of one statement its own rows and its own figures', async () => {
  const ids = await Promise.all(['a', 'b', 'c'].map((name) => db('t').insert({ name })));
  expect(ids.flat().sort()).toEqual([1, 2, 3]);
  const counts = await Promise.all([
    db('t')
      .where('name', '>=', 'a')
      .update({ name: db.raw(`name || '1'`) }),
    db('t')
      .where('name', '>=', 'b')
      .update({ name: db.raw(`name || '1'`) }),
  ]);
  expect(counts).toEqual([3, 2]);
  const found = await Promise.all(['a1', 'b11'].map((name) => db('t').where({ name }).first()));
  expect(found.map((row) => row.id)).toEqual([1, 2]);
});

it('goes on after a statement that cannot be prepared, and after one that is refused', async () => {
  await expect(db.raw('select nonsense from t')).rejects.toThrow('nonsense');
  await expect(db.raw('select nonsense from t')).rejects.toThrow('nonsense');
  await db('t').insert({ name: 'a' });
  await expect(db('t').insert({ name: 'a' })).rejects.toThrow('UNIQUE');
  expect(await db('t').insert({ name: 'b' })).toEqual([2]);
});

it('knows a column that was added after the statement was first used', async () => {
  await db('t').insert({ name: 'a' });
  expect(await db('t').first()).toEqual({ id: 1, name: 'a' });
  await db.schema.alterTable('t', (t) => t.integer('age').defaultTo(7));
  expect(await db('t').first()).toEqual({ id: 1, name: 'a', age: 7 });
});

it('rolls back what a kept statement wrote, and uses it again', async () => {
  const write = (name: string, fails: boolean) =>
    db.transaction(async (trx) => {
      await trx('t').insert({ name });
      if (fails) throw new Error('not this one');
    });
  await write('a', false);
  await expect(write('b', true)).rejects.toThrow('not this one');
  await write('c', false);
  expect(await db('t').pluck('name')).toEqual(['a', 'c']);
});

it('closes after more texts than it keeps', async () => {
  for (let n = 0; n < 300; n += 1) await db.raw(`select ${n} as n from t`);
  expect(await db.raw('select 0 as n')).toEqual([{ n: 0 }]);
  const { url, file } = tempDatabase();
  const other = connect(url);
  await Promise.all([other.writer.raw('select 1'), other.reader.raw('select 1')]);
  await other.close();
  const again = knexFactory({
    client: 'sqlite3',
    connection: { filename: file },
    useNullAsDefault: true,
  });
  expect(await again.raw('select 1 as n')).toEqual([{ n: 1 }]);
  await again.destroy();
});

it('commits again after statements that met the lock of another process', async () => {
  const other = connect(file.url);
  const insert = (name: string) =>
    db.transaction((trx) => trx('t').insert({ name }).returning(['id']));
  await db.raw('pragma busy_timeout = 1');
  const lock = await other.writer.transaction();
  await lock('t').insert({ name: 'theirs' });
  await expect(insert('ours')).rejects.toThrow('SQLITE_BUSY');
  await lock.commit();
  await db.transaction((trx) => trx('t').insert({ name: 'another text' }));
  await insert('ours');
  expect(await db('t').pluck('name')).toEqual(['theirs', 'another text', 'ours']);
  await other.close();
});
