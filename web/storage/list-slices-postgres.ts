import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Knex } from 'knex';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { EntrySlice, RunSlice } from '../usecases/ports/list-import-port.ts';
import { firstOf, keyBytes, printBytes } from './list-rows.ts';

/** COPY in PostgreSQL's binary form: rows of length-prefixed columns, numbers in network order. */
export async function copyEntries(
  trx: Knex.Transaction,
  batch: number,
  slice: EntrySlice,
): Promise<void> {
  const rows = createRows(slice.kinds.length * 120 + slice.hashes.length + slice.bodies.length);
  for (const [n, kind] of slice.kinds.entries()) {
    const expires = slice.expires[n] ?? Number.NaN;
    rows.row(7);
    rows.bigint(firstOf(batch) + slice.first + n);
    rows.int(batch);
    rows.int(slice.segment);
    rows.text(kind);
    if (Number.isNaN(expires)) rows.none();
    else rows.bigint(expires);
    rows.bytes(slice.hashes, slice.hashEnds[n - 1] ?? 0, slice.hashEnds[n] ?? 0);
    rows.bytes(slice.bodies, slice.bodyEnds[n - 1] ?? 0, slice.bodyEnds[n] ?? 0);
  }
  const columns = 'id, batch, segment, kind, expires_at, hashes, body';
  await copy(trx, `copy list_entries (${columns}) from stdin binary`, rows.end());
}

export async function copyRun(
  trx: Knex.Transaction,
  batch: number,
  { table, segment, bytes, entries }: RunSlice,
): Promise<void> {
  const width = table === 'keys' ? keyBytes : printBytes;
  const column = table === 'keys' ? 'key' : 'print';
  const rows = createRows(entries.length * (26 + width) + 64);
  for (const [n, entry] of entries.entries()) {
    rows.row(3);
    rows.int(segment);
    rows.bytes(bytes, n * width, (n + 1) * width);
    rows.bigint(firstOf(batch) + entry);
  }
  await copy(trx, `copy list_${table} (segment, ${column}, entry) from stdin binary`, rows.end());
}

/** The transaction's own connection: COPY is no statement that knex knows. */
async function copy(trx: Knex.Transaction, sql: string, rows: Buffer): Promise<void> {
  const client: Client = await trx.client.acquireConnection();
  await pipeline(Readable.from([rows]), client.query(copyFrom(sql)));
}

const signature = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');

function createRows(size: number) {
  const buffer = Buffer.allocUnsafe(size + 64);
  let at = signature.copy(buffer);
  const int = (value: number) => {
    at = buffer.writeInt32BE(value, at);
  };
  int(0);
  int(0);
  return {
    row(columns: number) {
      at = buffer.writeInt16BE(columns, at);
    },
    int(value: number) {
      int(4);
      int(value);
    },
    bigint(value: number) {
      int(8);
      int(Math.floor(value / 2 ** 32));
      at = buffer.writeUInt32BE(value % 2 ** 32, at);
    },
    text(value: string) {
      int(Buffer.byteLength(value));
      at += buffer.write(value, at);
    },
    none() {
      int(-1);
    },
    bytes(source: Uint8Array, from: number, to: number) {
      int(to - from);
      buffer.set(source.subarray(from, to), at);
      at += to - from;
    },
    end(): Buffer {
      at = buffer.writeInt16BE(-1, at);
      return buffer.subarray(0, at);
    },
  };
}
