import type { Knex } from 'knex';
import type { ListEntry } from '../risk/list-entry.ts';
import { keysOfEntry } from '../risk/list-keys.ts';
import type { ListKey } from '../usecases/ports/list-port.ts';
import {
  type EntryRow,
  isPostgres,
  keyBytes,
  nameOf,
  type OpenableRow,
  openEntry,
  rowsOf,
  shownSegments,
  visibleBatches,
} from './list-rows.ts';
import type { Keyring } from './shop-keys.ts';

/** In force: in a visible batch, not removed, not expired. */
const standing = `e.batch in (${visibleBatches}) and e.removed_at is null and (e.expires_at is null or e.expires_at > ?)`;

/** A name or a network is a remark and scores nothing: of those who share it a few are enough. */
const crowdKeys = /^(?:name|ip):/;
const crowdShown = 5;

/** `limit` of a strong or blocking key; `crowd` of one that strangers share */
export interface KeyQuestion {
  readonly shop: string;
  readonly keys: readonly ListKey[];
  readonly now: number;
  readonly limit: number;
  readonly crowd?: number;
}

/**
 * Entries by key, opened. Each key is asked for apart and cut at its own limit: a name that a crowd
 * shares must not push out the one entry with the same e-mail. 64 bits can collide: an entry may have
 * none of the keys in clear.
 */
export async function findCandidates(
  db: Knex,
  keyring: Keyring,
  question: KeyQuestion,
): Promise<ListEntry[]> {
  const { shop, now, limit, crowd = Math.min(limit, crowdShown) } = question;
  const wanted = new Set(question.keys);
  if (wanted.size === 0) return [];
  const keys = await keyring.of(db, shop);
  const asked = [...wanted].map((key) => ({
    hash: keys.hash(key),
    limit: crowdKeys.test(key) ? crowd : limit,
  }));
  const found = isPostgres(db) ? askPostgres(shop, asked) : askSqlite(shop, asked);
  const rows = await rowsOf<OpenableRow>(
    db,
    `select e.id, e.uid, e.kind, e.expires_at, e.body from list_entries e where e.id in (${found.sql}) and ${standing} order by e.id desc`,
    [...found.bindings, shop, now],
    'list-keys',
  );
  return rows.map((row) => openEntry(keys, row));
}

/** As `findCandidates`, each compared in clear: it has one of the keys. */
export async function findByKeys(
  db: Knex,
  keyring: Keyring,
  question: KeyQuestion,
): Promise<ListEntry[]> {
  const wanted = new Set(question.keys);
  const found = await findCandidates(db, keyring, question);
  return found.filter(({ identity }) => keysOfEntry(identity).some((key) => wanted.has(key)));
}

interface AskedKey {
  readonly hash: Buffer;
  readonly limit: number;
}

interface Asked {
  readonly sql: string;
  readonly bindings: Knex.RawBinding[];
}

/**
 * One look-up a key, each with its own limit: SQLite knows no LATERAL, but a subquery may gather what
 * it found as JSON. A union of a dozen selects costs three times as much.
 */
function askSqlite(shop: string, keys: readonly AskedKey[]): Asked {
  const limits = [...new Set(keys.map(({ limit }) => limit))];
  const parts = limits.map((limit) => keys.filter((key) => key.limit === limit));
  const one = `select found.value from json_each(?) asked, json_each((
    select json_group_array(entry) from (select entry from list_keys
      where segment in (${shownSegments}) and key = substr(?, asked.value * ${keyBytes} + 1, ${keyBytes}) limit ?))) found`;
  return {
    sql: parts.map(() => one).join(' union all '),
    bindings: parts.flatMap((part, n) => [
      JSON.stringify([...part.keys()]),
      shop,
      Buffer.concat(part.map(({ hash }) => hash)),
      limits[n] ?? 0,
    ]),
  };
}

function askPostgres(shop: string, keys: readonly AskedKey[]): Asked {
  const sql = `select l.entry from unnest(?::bytea[], ?::int[]) as asked(key, most) cross join lateral
    (select k.entry from list_keys k where k.segment in (${shownSegments}) and k.key = asked.key limit asked.most) l`;
  const most = keys.map(({ limit }) => limit);
  return { sql, bindings: [keys.map(({ hash }) => hash), most, shop] };
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
    'list-print',
  );
  return row === undefined ? null : nameOf(row);
}
