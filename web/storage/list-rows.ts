import type { Knex } from 'knex';
import type { ListEntry, ListKind } from '../risk/list-entry.ts';
import type { KeyedEntry } from '../usecases/ports/list-port.ts';
import type { ShopKeys } from './shop-keys.ts';

export const entryTable = 'list_entries';

/** An entry's number holds its batch: entries of a batch lie side by side, later batches after it. */
const numbersOfBatch = 2 ** 24;
export const firstOf = (batch: number) => batch * numbersOfBatch;
export const batchOf = (id: number) => Math.floor(id / numbersOfBatch);
/** Most entries of one batch. */
export const mostOfBatch = numbersOfBatch - 1;

export interface EntryRow {
  readonly id: number;
  readonly batch: number;
  readonly segment: number;
  readonly kind: ListKind;
  readonly expires_at: number | null;
  readonly removed_at: number | null;
  readonly uid: string | null;
  /** Print (16 bytes), then the look-up keys (8 bytes each): what must go when the entry goes. */
  readonly hashes: Buffer;
  readonly body: Buffer;
}

/** As much of a row as an entry is made of. */
export type OpenableRow = Pick<EntryRow, 'id' | 'uid' | 'kind' | 'expires_at' | 'body'>;

/** What is sealed; the rest of an entry stands in plain columns. */
export type SealedEntry = Omit<ListEntry, 'id' | 'kind' | 'expiresAt'>;

export const printBytes = 16;
export const keyBytes = 8;

/** How an entry of an import is called outside; others have a name of their own. */
export const nameOf = ({ id, uid }: Pick<EntryRow, 'id' | 'uid'>) => uid ?? `i${id}`;

export const numberIn = (name: string): number | null => {
  const digits = /^i(\d{1,15})$/.exec(name)?.[1];
  return digits === undefined ? null : Number(digits);
};

export function openEntry(keys: ShopKeys, row: OpenableRow): ListEntry {
  const sealed = keys.openJson<SealedEntry>(entryTable, String(row.id), row.body);
  return { ...sealed, id: nameOf(row), kind: row.kind, expiresAt: row.expires_at };
}

/** What of an entry is stored under number `id`. */
export function sealedColumns(keys: ShopKeys, id: number, { entry, ...given }: KeyedEntry) {
  const { id: _name, kind, expiresAt, ...sealed } = entry;
  const print = keys.print(given.fingerprint);
  const hashes = given.keys.map((key) => keys.hash(key));
  return {
    print,
    keys: hashes,
    row: {
      kind,
      expires_at: expiresAt,
      hashes: Buffer.concat([print, ...hashes]),
      body: keys.sealJson(entryTable, String(id), sealed),
    },
  };
}

/** Apart again: the print and the keys of a stored entry. */
export function splitHashes(hashes: Buffer): { print: Buffer; keys: Buffer[] } {
  const keys: Buffer[] = [];
  for (let at = printBytes; at < hashes.length; at += keyBytes) {
    keys.push(hashes.subarray(at, at + keyBytes));
  }
  return { print: hashes.subarray(0, printBytes), keys };
}

/**
 * Rows of a raw statement, whose shape the two drivers do not share.
 * @param name PostgreSQL plans a named statement once a connection, which costs it more than a look-up
 */
export async function rowsOf<T>(
  db: Knex,
  sql: string,
  bindings: readonly Knex.RawBinding[],
  name?: string,
): Promise<T[]> {
  const statement = db.raw(sql, [...bindings]);
  const isNamed = name !== undefined && isPostgres(db);
  const answer = (await (isNamed ? statement.options({ name }) : statement)) as T[] | { rows: T[] };
  return Array.isArray(answer) ? answer : answer.rows;
}

export const isPostgres = (db: Knex): boolean => db.client.config.client === 'pg';

/** What a shop's people and judgements may see. */
export const visibleBatches =
  "select id from list_batches where shop = ? and state in ('live', 'standing')";
export const shownSegments = 'select id from list_segments where shop = ? and shown = 1';
