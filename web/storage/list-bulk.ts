import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Knex } from 'knex';
import { BatchGone, type ListBulk } from '../usecases/ports/list-import-port.ts';
import type { Checkpoints } from './checkpoints.ts';
import { chunkRow, chunkTable } from './list-chunks.ts';
import { endGone } from './list-gone.ts';
import { isPostgres, rowsOf } from './list-rows.ts';
import { copyEntries, copyRun } from './list-slices-postgres.ts';
import { insertEntries, insertRun } from './list-slices-sqlite.ts';
import { standingPrints } from './list-standing.ts';
import { ownSegment } from './list-table.ts';
import type { Keyring } from './shop-keys.ts';
import type { WriteGate } from './write-gate.ts';

const pack = promisify(gzip);

interface BulkParts {
  readonly writer: Knex;
  readonly reader: Knex;
  readonly keyring: Keyring;
  readonly gate: WriteGate;
  readonly checkpoints: Checkpoints;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Slices of bulk work, each a turn of the writer of its own: webhooks pass between two of them. */
/** Bytes of log after which bulk work waits until they are in the file. */
const mostLog = 8_000_000;
/** An index, a page that is full by half: what a byte of a slice becomes in the log. */
const logOfByte = 2.5;

export function listBulk({ writer, reader, keyring, gate, checkpoints, now }: BulkParts): ListBulk {
  let log = 0;
  const afterBytes = async (bytes: number) => {
    log += bytes * logOfByte;
    if (log < mostLog) return;
    log = 0;
    await checkpoints.catchUp();
  };
  const slice = <T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T> =>
    gate.run('work', () => writer.transaction(work));
  const timed = async (batch: number, work: (trx: Knex.Transaction) => Promise<void>) => {
    let held = 0;
    await gate.run('work', async () => {
      const since = performance.now();
      await writer.transaction(async (trx) => {
        await holdBatch(trx, batch);
        await work(trx);
      });
      held = performance.now() - since;
    });
    // PostgreSQL has other connections for those who wait: its slices may be larger. Not much, for the main
    // thread writes a slice's COPY and answers no webhook meanwhile.
    return isCopied ? held / 4 : held;
  };
  const isCopied = isPostgres(writer);
  return {
    async secrets(shop) {
      return (await keyring.of(reader, shop)).secrets();
    },
    async appendChunk(shop, id, no, piece) {
      const keys = await keyring.of(reader, shop);
      const body = keys.seal(chunkTable, chunkRow(id, no), await pack(piece, { level: 1 }));
      await slice((trx) => trx(chunkTable).insert({ import_id: id, no, body }));
      await afterBytes(body.length);
    },
    async chunk(id, no) {
      const row = await reader(chunkTable).where({ import_id: id, no }).first('body');
      return row === undefined ? null : Uint8Array.from(row.body);
    },
    standing: (shop, prints) => standingPrints(reader, shop, prints, now()),
    newSegment: (shop, batch, own) =>
      slice(async (trx) => {
        await holdBatch(trx, batch);
        if (own) return ownSegment(trx, shop);
        const [made] = await trx('list_segments').insert({ shop, batch, shown: 0 }, ['id']);
        return made.id;
      }),
    async writeEntries(batch, part) {
      const insert = isCopied ? copyEntries : insertEntries;
      const held = await timed(batch, (trx) => insert(trx, batch, part));
      await afterBytes(part.bodies.length + part.hashes.length);
      return held;
    },
    async writeRun(batch, part) {
      const insert = isCopied ? copyRun : insertRun;
      const held = await timed(batch, (trx) => insert(trx, batch, part));
      await afterBytes(part.bytes.length + part.entries.length * 4);
      return held;
    },
    async settle() {
      if (!isCopied) return;
      // Fresh tables have no statistics yet, and a look-up would be planned as for an empty list.
      for (const name of ['list_keys', 'list_prints', 'list_entries']) {
        await writer.raw('analyze ??', [name]);
      }
    },
    endGone: () => slice(endGone),
  };
}

/** A batch that was dropped takes nothing more; on PostgreSQL it cannot be dropped before the commit. */
async function holdBatch(trx: Knex.Transaction, batch: number): Promise<void> {
  const rows = await rowsOf<{ id: number }>(
    trx,
    `select id from list_batches where id = ? and state = 'writing'${isPostgres(trx) ? ' for update' : ''}`,
    [batch],
  );
  if (rows.length === 0) throw new BatchGone();
}
