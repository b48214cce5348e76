import type { Knex } from 'knex';

/**
 * The merchants' lists (docs/adr/0010). Everything that an import writes is appended: entries by
 * their number, keys and prints sorted within a segment. A row of `list_batches` makes all entries
 * of an import visible at once, a row of `list_segments` their keys.
 */
export async function up(db: Knex): Promise<void> {
  const isSqlite = db.client.config.client === 'sqlite3';
  await db.schema.createTable('list_batches', (t) => {
    t.increments('id');
    t.text('shop').notNullable();
    /** live · standing: visible; writing · gone: not. */
    t.text('state').notNullable();
    /** Numbers given to entries so far. */
    t.integer('last').notNullable().defaultTo(0);
    t.index(['shop', 'state'], 'list_batches_of_shop');
  });
  await db.schema.createTable('list_counts', (t) => {
    t.integer('batch').notNullable();
    t.text('kind').notNullable();
    t.integer('entries').notNullable();
    t.primary(['batch', 'kind']);
  });
  await db.schema.createTable('list_segments', (t) => {
    t.increments('id');
    t.text('shop').notNullable();
    /** null: the shop's own, for entries that come singly or in small files. */
    t.integer('batch');
    t.integer('shown').notNullable();
    t.index(['shop', 'shown'], 'list_segments_of_shop');
  });
  await entries(db, isSqlite);
  await runs(db, isSqlite);
  await imports(db);
}

async function entries(db: Knex, isSqlite: boolean): Promise<void> {
  await db.schema.createTable('list_entries', (t) => {
    // Only "integer" is SQLite's own row number; of a bigint it would make an index of its own.
    t.specificType('id', isSqlite ? 'integer' : 'bigint').primary();
    t.integer('batch').notNullable();
    t.integer('segment').notNullable();
    t.text('kind').notNullable();
    t.bigInteger('expires_at');
    t.bigInteger('removed_at');
    /** Name of an entry that came singly; those of an import are called by their number. */
    t.text('uid');
    t.binary('hashes').notNullable();
    t.binary('body').notNullable();
    t.index(['batch', 'kind', 'id'], 'list_entries_of_kind');
  });
  for (const sql of [
    'create index list_entries_expiry on list_entries (batch, expires_at) where expires_at is not null',
    'create index list_entries_removed on list_entries (batch, removed_at) where removed_at is not null',
    'create unique index list_entries_uid on list_entries (uid) where uid is not null',
  ]) {
    await db.raw(sql);
  }
}

/** Clustered where the database can: one page holds the keys that stand side by side. */
async function runs(db: Knex, isSqlite: boolean): Promise<void> {
  const [bytes, number, clustered] = isSqlite
    ? ['blob', 'integer', ' without rowid']
    : ['bytea', 'bigint', ''];
  for (const [table, column] of [
    ['list_keys', 'key'],
    ['list_prints', 'print'],
  ]) {
    await db.raw(
      `create table ${table} (segment integer not null, ${column} ${bytes} not null, entry ${number} not null, primary key (segment, ${column}, entry))${clustered}`,
    );
  }
}

/** Files on their way into a list; `body` and the chunks are sealed. */
async function imports(db: Knex): Promise<void> {
  await db.schema.createTable('list_imports', (t) => {
    t.text('shop').notNullable();
    t.text('id').notNullable();
    t.text('state').notNullable();
    t.text('run').notNullable();
    t.integer('batch');
    t.integer('chunks').notNullable();
    t.bigInteger('bytes').notNullable();
    t.bigInteger('created_at').notNullable();
    t.bigInteger('changed_at').notNullable();
    t.integer('done').notNullable();
    t.integer('total').notNullable();
    t.binary('body').notNullable();
    t.primary(['shop', 'id']);
    t.index(['shop', 'created_at'], 'list_imports_newest');
  });
  // Without the shop: of an erased shop they go in slices, when their import is gone.
  await db.schema.createTable('list_import_chunks', (t) => {
    t.text('import_id').notNullable();
    t.integer('no').notNullable();
    t.binary('body').notNullable();
    t.primary(['import_id', 'no']);
  });
}
