import type { Knex } from 'knex';
import type { ImportRecord, ImportTable } from '../usecases/ports/list-import-port.ts';
import { chunkTable } from './list-chunks.ts';
import type { Keyring, ShopKeys } from './shop-keys.ts';

const table = 'list_imports';
const working = ['checking', 'importing', 'removing'];

interface ImportRow {
  readonly shop: string;
  readonly id: string;
  readonly state: ImportRecord['state'];
  readonly run: string;
  readonly batch: number | null;
  readonly chunks: number;
  readonly bytes: number;
  readonly created_at: number;
  readonly changed_at: number;
  readonly done: number;
  readonly total: number;
  readonly body: Buffer;
}

const toRow = (keys: ShopKeys, record: ImportRecord): ImportRow => ({
  shop: record.shop,
  id: record.id,
  state: record.state,
  run: record.run,
  batch: record.batch,
  chunks: record.chunks,
  bytes: record.bytes,
  created_at: record.createdAt,
  changed_at: record.changedAt,
  done: record.done,
  total: record.total,
  body: keys.sealJson(table, record.id, record.details),
});

const toRecord = (keys: ShopKeys, row: ImportRow): ImportRecord => ({
  shop: row.shop,
  id: row.id,
  state: row.state,
  run: row.run,
  batch: row.batch,
  chunks: row.chunks,
  bytes: Number(row.bytes),
  createdAt: Number(row.created_at),
  changedAt: Number(row.changed_at),
  done: row.done,
  total: row.total,
  details: keys.openJson<ImportRecord['details']>(table, row.id, row.body),
});

export function importTable(db: Knex, keyring: Keyring): ImportTable {
  const open = async (shop: string, rows: readonly ImportRow[]) => {
    if (rows.length === 0) return [];
    const keys = await keyring.of(db, shop);
    return rows.map((row) => toRecord(keys, row));
  };
  const first = async (shop: string, query: Knex.QueryBuilder) =>
    (await open(shop, await query.limit(1)))[0] ?? null;
  return {
    async insert(record) {
      await db(table).insert(toRow(await keyring.of(db, record.shop), record));
    },
    load: (shop, id) => first(shop, db(table).where({ shop, id }).forUpdate()),
    async list(shop, limit) {
      const rows: ImportRow[] = await db(table)
        .where({ shop })
        .whereNot({ state: 'uploading' })
        .orderBy('created_at', 'desc')
        .limit(limit);
      return open(shop, rows);
    },
    next: (shop) =>
      first(shop, db(table).where({ shop }).whereIn('state', working).orderBy('changed_at')),
    async save(record, run) {
      const { shop, id, ...columns } = toRow(await keyring.of(db, record.shop), record);
      return (await db(table).where({ shop, id, run }).update(columns)) === 1;
    },
    async progress({ shop, id, run }, done, total) {
      return (await db(table).where({ shop, id, run }).update({ done, total })) === 1;
    },
    async remove(shop, id) {
      await db(table).where({ shop, id }).delete();
    },
    async removeOlder(shop, before) {
      await db(table)
        .where({ shop })
        .whereIn('state', ['uploading', 'ready', 'failed', 'removed'])
        .where('changed_at', '<', before)
        .delete();
    },
    async dropChunks(id, limit) {
      const chunks = db(chunkTable).where({ import_id: id });
      const numbers = await chunks.clone().orderBy('no').limit(limit).pluck('no');
      return numbers.length === 0 ? 0 : chunks.whereIn('no', numbers).delete();
    },
    async openBatch(shop) {
      const [made] = await db('list_batches').insert({ shop, state: 'writing' }, ['id']);
      return made.id;
    },
    async showBatch(shop, batch, byKind) {
      const shown = await db('list_batches')
        .where({ shop, id: batch, state: 'writing' })
        .update({ state: 'standing' });
      if (shown === 0) return false;
      // What is added from now on is newer than this file, and gets higher numbers.
      await db('list_batches').where({ shop, state: 'live' }).update({ state: 'standing' });
      await db('list_segments').where({ shop, batch }).update({ shown: 1 });
      const counts = Object.entries(byKind).map(([kind, entries]) => ({ batch, kind, entries }));
      if (counts.length > 0) await db('list_counts').insert(counts);
      return true;
    },
    async dropBatch(shop, batch) {
      await db('list_batches').where({ shop, id: batch }).update({ state: 'gone' });
      await db('list_segments').where({ shop, batch }).update({ shown: 0 });
    },
  };
}
