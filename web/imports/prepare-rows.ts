import { forwarderAddresses, forwarderNames } from '../japan/data/forwarders.ts';
import { toNfkc } from '../japan/nfkc.ts';
import { keysAndPrint } from '../risk/list-keys.ts';
import { createKeyedHash, type KeyedHash } from '../storage/keyed-hash.ts';
import { printBytes } from '../storage/list-rows.ts';
import { bareWarehouse } from '../usecases/lists/list-warehouse.ts';
import type { ImportJob } from '../usecases/ports/list-import-port.ts';
import type { CsvRecord } from './csv-records.ts';
import { type BadRow, createRowReader, isBad, type ReadRow, type RowRules } from './read-row.ts';

/** A row that can become an entry, with what it is looked up by. */
export interface PreparedRow extends ReadRow {
  readonly line: number;
  readonly keys: readonly string[];
}

/** Some rows of the file, in its order; `prints` holds that of each good row. */
export interface RowBatch {
  readonly rows: readonly PreparedRow[];
  readonly prints: Uint8Array<ArrayBuffer>;
  readonly bad: readonly (BadRow & { readonly line: number })[];
}

const batchSize = 500;

/** Reads, checks and normalises; the same rows give the same prints in every pass. */
export async function* rowBatches(
  records: AsyncIterable<readonly CsvRecord[]>,
  rules: RowRules,
  hash: KeyedHash,
): AsyncGenerator<RowBatch> {
  const read = createRowReader(rules);
  let batch = newBatch();
  for await (const some of records) {
    for (const { cells, line } of some) {
      const row = read(cells);
      const bad = isBad(row) ? row : prepare(row, line, batch, hash);
      if (bad !== null) batch.bad.push({ ...bad, line });
      if (batch.rows.length + batch.bad.length < batchSize) continue;
      yield batch;
      batch = newBatch();
    }
  }
  yield batch;
}

interface OpenBatch extends RowBatch {
  readonly rows: PreparedRow[];
  readonly bad: (BadRow & { readonly line: number })[];
}

const newBatch = (): OpenBatch => ({
  rows: [],
  prints: new Uint8Array(batchSize * printBytes),
  bad: [],
});

function prepare(row: ReadRow, line: number, batch: OpenBatch, hash: KeyedHash): BadRow | null {
  const { keys, fingerprint } = keysAndPrint(row.kind, row.identity);
  if (keys.length === 0) return { reason: 'no_key', column: null };
  if (mayBeWarehouse(row, keys) && bareWarehouse(row.identity.address))
    return { reason: 'forwarder_without_code', column: null };
  hash.write(`print:${fingerprint}`, batch.prints, batch.rows.length * printBytes, printBytes);
  batch.rows.push({ ...row, line, keys });
  return null;
}

const warehouses = new Set(forwarderAddresses.map(({ baseKey }) => `base:${baseKey}`));

const anyForwarder = new RegExp(forwarderNames.map(({ pattern }) => pattern.source).join('|'));

/** Reading an address once more is a tenth of the work of a row: only where a forwarder is named. */
function mayBeWarehouse({ identity }: ReadRow, keys: readonly string[]): boolean {
  if (identity.address === null) return false;
  if (keys.some((key) => warehouses.has(key))) return true;
  const { address1, address2 } = identity.address;
  return anyForwarder.test(toNfkc(`${address1 ?? ''} ${address2 ?? ''}`).toUpperCase());
}

export const hashOf = ({ secrets }: ImportJob): KeyedHash => createKeyedHash(secrets.lookup);
