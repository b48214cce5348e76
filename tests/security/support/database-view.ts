import { createHash } from 'node:crypto';
import knexFactory, { type Knex } from 'knex';

type Row = Readonly<Record<string, unknown>>;

/** The database as somebody sees it who has its file and no key. */
export interface DatabaseView {
  /** A digest of each table's rows that belong to the shop; whatever is changed, one of them changes. */
  digestOf(shop: string): Promise<Record<string, string>>;
  /** A digest of each table, whoever its rows belong to. */
  digest(): Promise<Record<string, string>>;
  /** Another one whenever anything was written, be it the same once more; cheap on SQLite. */
  version(): Promise<string>;
  /** Every value of every row, as text and as bytes. */
  cells(): Promise<Cell[]>;
  close(): Promise<void>;
}

export interface Cell {
  readonly place: string;
  readonly bytes: Buffer;
}

export function viewDatabase(databaseUrl: string): DatabaseView {
  const isSqlite = databaseUrl.startsWith('sqlite:');
  const db = isSqlite ? openSqlite(databaseUrl.slice('sqlite:'.length)) : openPostgres(databaseUrl);
  const tables = () => (isSqlite ? sqliteTables(db) : postgresTables(db));
  const digests = async (rowsOf: (table: Table) => Promise<readonly Row[]>) => {
    const entries = (await tables()).map(
      async (table) => [table.name, digestOfRows(await rowsOf(table))] as const,
    );
    return Object.fromEntries(await Promise.all(entries));
  };
  return {
    digestOf: (shop) => digests((table) => rowsOfShop(db, table, shop)),
    digest: () => digests(({ name }) => db(name).select()),
    async cells() {
      const found = (isSqlite ? await tables() : await everyTable(db)).map(async ({ name }) => {
        const rows: Row[] = await db(name).select();
        return rows.flatMap((row) =>
          Object.entries(row).map(([column, value]) => ({
            place: `${name}.${column}`,
            bytes: bytesOf(value),
          })),
        );
      });
      return (await Promise.all(found)).flat();
    },
    async version() {
      if (!isSqlite) return postgresVersion(db, await tables());
      const [row]: { data_version: number }[] = await db.raw('pragma data_version');
      return String(row?.data_version);
    },
    close: () => db.destroy(),
  };
}

/** One connection: what SQLite tells of changes is told to the connection that asked before. */
const openSqlite = (filename: string): Knex =>
  knexFactory({
    client: 'sqlite3',
    connection: { filename },
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  });

const openPostgres = (connection: string): Knex =>
  knexFactory({ client: 'pg', connection, pool: { min: 0, max: 4 } });

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Migrations, and who does what at the moment: books that move by themselves. */
const ofTheEngine = /^(knex_|sqlite_|leases$)/;

async function sqliteTables(db: Knex): Promise<Table[]> {
  const names: { name: string }[] = await db('sqlite_master').where({ type: 'table' });
  const own = names.filter(({ name }) => !ofTheEngine.test(name));
  return Promise.all(
    own.map(async ({ name }) => {
      const columns: { name: string }[] = await db.raw(`pragma table_info(${name})`);
      return { name, columns: columns.map((column) => column.name) };
    }),
  );
}

async function postgresTables(db: Knex): Promise<Table[]> {
  const rows: { table_name: string; column_name: string }[] = await db(
    'information_schema.columns',
  ).where({ table_schema: 'public' });
  const byTable = Map.groupBy(rows, (row) => row.table_name);
  return [...byTable]
    .filter(([name]) => !ofTheEngine.test(name))
    .map(([name, columns]) => ({ name, columns: columns.map((row) => row.column_name) }));
}

/** Those of the job engine too, whatever schema they are in. */
async function everyTable(db: Knex): Promise<Pick<Table, 'name'>[]> {
  const rows: { name: string }[] = await db('pg_stat_user_tables').select(
    db.raw("schemaname || '.' || relname as name"),
  );
  return rows;
}

/** Every row says which transaction wrote it. */
async function postgresVersion(db: Knex, tables: readonly Table[]): Promise<string> {
  const each = tables.map(
    ({ name }) => `select '${name}' as t, count(*) as n, sum(xmin::text::bigint) as x from ${name}`,
  );
  const { rows }: { rows: unknown } = await db.raw(`${each.join(' union all ')} order by 1`);
  return JSON.stringify(rows);
}

/** How a table without a shop of its own tells whose its rows are. */
const through: Readonly<Record<string, readonly [column: string, table: string, key: string]>> = {
  list_counts: ['batch', 'list_batches', 'id'],
  list_entries: ['batch', 'list_batches', 'id'],
  list_keys: ['segment', 'list_segments', 'id'],
  list_prints: ['segment', 'list_segments', 'id'],
  list_import_chunks: ['import_id', 'list_imports', 'id'],
};

/** What the app remembers of itself. */
const ofNoShop: ReadonlySet<string> = new Set(['marks']);

function rowsOfShop(db: Knex, { name, columns }: Table, shop: string): Promise<Row[]> {
  if (columns.includes('shop')) return db(name).where({ shop }).select();
  if (ofNoShop.has(name)) return db(name).select();
  const [column, table, key] = through[name] ?? [];
  if (column === undefined || table === undefined || key === undefined) {
    throw new Error(`Whose are the rows of ${name}? Say it in database-view.ts.`);
  }
  return db(name).whereIn(column, db(table).where({ shop }).select(key)).select();
}

function digestOfRows(rows: readonly Row[]): string {
  const lines = rows.map((row) => JSON.stringify(Object.values(row).map(textOf))).sort();
  return `${rows.length} rows ${createHash('sha256').update(lines.join('\n')).digest('hex')}`;
}

const textOf = (value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value;

function bytesOf(value: unknown): Buffer {
  if (value instanceof Uint8Array) return Buffer.from(value);
  return Buffer.from(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
}
