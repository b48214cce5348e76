import type { Knex } from 'knex';
import type { ListEntry } from '../risk/list-entry.ts';
import { keysOfEntry } from '../risk/list-keys.ts';
import type { ListKey } from '../usecases/list-port.ts';
import {
  type EntryRow,
  isPostgres,
  nameOf,
  openEntry,
  rowsOf,
  shownSegments,
  visibleBatches,
} from './list-rows.ts';
import type { Keyring } from './shop-keys.ts';

/** In force: in a visible batch, not removed, not expired. */
const standing = `e.batch in (${visibleBatches}) and e.removed_at is null and (e.expires_at is null or e.expires_at > ?)`;

/**
 * Entries by key. Each key is asked for apart and cut at its own `limit`: a name that a crowd shares
 * must not push out the one entry with the same e-mail.
 */
export async function findByKeys(
  db: Knex,
  keyring: Keyring,
  question: { shop: string; keys: readonly ListKey[]; now: number; limit: number },
): Promise<ListEntry[]> {
  const { shop, now, limit } = question;
  const wanted = new Set(question.keys);
  if (wanted.size === 0) return [];
  const keys = await keyring.of(db, shop);
  const hashes = [...wanted].map((key) => keys.hash(key));
  const found = isPostgres(db) ? askPostgres(shop, hashes, limit) : askSqlite(shop, hashes, limit);
  const rows = await rowsOf<EntryRow>(
    db,
    `select e.* from list_entries e where e.id in (${found.sql}) and ${standing} order by e.id desc`,
    [...found.bindings, shop, now],
  );
  // 64 bits can collide: what was found must have one of the keys in clear.
  return rows
    .map((row) => openEntry(keys, row))
    .filter((entry) => keysOfEntry(entry.identity).some((key) => wanted.has(key)));
}

interface Asked {
  readonly sql: string;
  readonly bindings: Knex.RawBinding[];
}

function askSqlite(shop: string, hashes: readonly Buffer[], limit: number): Asked {
  const one = `select entry from (select entry from list_keys where segment in (${shownSegments}) and key = ? limit ?)`;
  return {
    sql: hashes.map(() => one).join(' union all '),
    bindings: hashes.flatMap((hash) => [shop, hash, limit]),
  };
}

function askPostgres(shop: string, hashes: readonly Buffer[], limit: number): Asked {
  const sql = `select l.entry from unnest(?::bytea[]) as asked(key) cross join lateral
    (select k.entry from list_keys k where k.segment in (${shownSegments}) and k.key = asked.key limit ?) l`;
  return { sql, bindings: [[...hashes], shop, limit] };
}

/** Name of the entry with this print that is in force, if there is one. */
export async function findByPrint(
  db: Knex,
  shop: string,
  print: Buffer,
  now: number,
): Promise<string | null> {
  const [row] = await rowsOf<Pick<EntryRow, 'id' | 'uid'>>(
    db,
    `select e.id, e.uid from list_prints p join list_entries e on e.id = p.entry
     where p.segment in (${shownSegments}) and p.print = ? and ${standing} limit 1`,
    [shop, print, shop, now],
  );
  return row === undefined ? null : nameOf(row);
}
