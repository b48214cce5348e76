import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import knexFactory, { type Knex } from 'knex';
import pg from 'pg';
import { type Checkpoints, createCheckpoints, noCheckpoints } from './checkpoints.ts';
import { keepPrepared, type SqliteHandle } from './prepared-statements.ts';

/** `writer` takes transactions; `reader` serves lists and look-ups. On PostgreSQL they are one pool. */
export interface Connections {
  readonly engine: 'sqlite' | 'postgres';
  readonly writer: Knex;
  readonly reader: Knex;
  readonly checkpoints: Checkpoints;
  /** Runs `work` while no other process on this database runs any here. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** @param url `sqlite:<file>` or `postgres://…` */
export function connect(url: string): Connections {
  return url.startsWith('sqlite:')
    ? connectSqlite(url.slice('sqlite:'.length))
    : connectPostgres(url);
}

/**
 * One writer connection: SQLite has a single writer, and a second one only waits for SQLITE_BUSY.
 * synchronous=NORMAL survives kill -9, not power loss (docs/adr/0003).
 */
function connectSqlite(filename: string): Connections {
  mkdirSync(dirname(filename), { recursive: true });
  const writer = sqlitePool(filename, 1, [
    'PRAGMA journal_mode=WAL',
    'PRAGMA synchronous=NORMAL',
    'PRAGMA busy_timeout=5000',
    // 32 MB: only where the connection that does it aside does not come to it.
    'PRAGMA wal_autocheckpoint=8000',
    'PRAGMA foreign_keys=ON',
    'PRAGMA cache_size=-32000',
    'PRAGMA temp_store=MEMORY',
  ]);
  const reader = sqlitePool(filename, 3, ['PRAGMA busy_timeout=5000', 'PRAGMA query_only=ON']);
  const aside = sqlitePool(filename, 1, ['PRAGMA busy_timeout=5000'], 0);
  const checkpoints = createCheckpoints(aside);
  return {
    engine: 'sqlite',
    writer,
    reader,
    checkpoints,
    alone: (work) => work(),
    close: async () => {
      await checkpoints.close();
      await aside.destroy();
      await reader.destroy();
      await writer.destroy();
    },
  };
}

function sqlitePool(filename: string, max: number, pragmas: readonly string[], min = 1): Knex {
  return knexFactory({
    client: 'sqlite3',
    connection: { filename },
    useNullAsDefault: true,
    // An error would quote the values of the statement: personal data.
    compileSqlOnError: false,
    pool: {
      min,
      max,
      afterCreate: (
        handle: SqliteHandle,
        done: (error: Error | null, handle: SqliteHandle) => void,
      ) => {
        keepPrepared(handle);
        handle.exec(`${pragmas.join(';')};`, (error) => done(error, handle));
      },
    },
  });
}

function connectPostgres(url: string): Connections {
  // bigint (times) and numeric (totals) arrive as text by default; both stay below 2^53 here.
  pg.types.setTypeParser(pg.types.builtins.INT8, Number);
  pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
  const pool = knexFactory({
    client: 'pg',
    connection: url,
    pool: { min: 0, max: 10, afterCreate: queryInTurn },
    compileSqlOnError: false,
  });
  const checkpoints = noCheckpoints;
  return {
    engine: 'postgres',
    writer: pool,
    reader: pool,
    checkpoints,
    alone: (work) => underAdvisoryLock(url, work),
    close: () => pool.destroy(),
  };
}

type Answered = (error: Error | null, result?: unknown) => void;

/** What a transaction hands over at once (`usecases/together.ts`) goes one after another: pg asks for that. */
function queryInTurn(
  connection: { query(query: unknown, answered?: Answered): unknown },
  done: (error: null, connection: unknown) => void,
): void {
  const query = connection.query.bind(connection);
  let last: Promise<void> = Promise.resolve();
  connection.query = (asked, answered) => {
    if (answered === undefined) return query(asked);
    const before = last;
    last = new Promise((resolve) => {
      void before.then(() =>
        query(asked, (error, result) => {
          resolve();
          answered(error, result);
        }),
      );
    });
    return undefined;
  };
  done(null, connection);
}

/** Any number, the same in every process. */
const advisoryLock = 504_302_007;

/** A connection of its own: with it the lock goes, also where the process is killed. */
async function underAdvisoryLock<T>(url: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [advisoryLock]);
    return await work();
  } finally {
    await client.end();
  }
}
