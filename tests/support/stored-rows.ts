import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import knexFactory, { type Knex } from 'knex';

type Row = Readonly<Record<string, unknown>>;

/** The tables as they are, read past the app; their names come from the schema and never from a list. */
export interface StoredRows {
  readonly db: Knex;
  /** Tables that have this column. */
  tablesWith(column: string): Promise<string[]>;
  /** Rows of each table with that column and value, by table; tables without any are left out. */
  countsOf(column: string, value: string): Promise<Record<string, number>>;
  /** What of each sealed value cannot be another one's (nonce and tag), of rows with that value. */
  sealsOf(column: string, value: string): Promise<Buffer[]>;
  close(): Promise<void>;
}

export function storedRows(databaseUrl: string): StoredRows {
  const isSqlite = databaseUrl.startsWith('sqlite:');
  const db = knexFactory({
    client: isSqlite ? 'sqlite3' : 'pg',
    connection: isSqlite ? { filename: databaseUrl.slice('sqlite:'.length) } : databaseUrl,
    useNullAsDefault: true,
    pool: { min: 0, max: 1 },
  });
  const tablesWith = (column: string) =>
    isSqlite ? sqliteTables(db, column) : postgresTables(db, column);
  return {
    db,
    tablesWith,
    async countsOf(column, value) {
      const counts: [string, number][] = [];
      for (const table of await tablesWith(column)) {
        const row = await db(table)
          .where({ [column]: value })
          .count({ n: '*' })
          .first();
        if (Number(row?.n) > 0) counts.push([table, Number(row?.n)]);
      }
      return Object.fromEntries(counts);
    },
    async sealsOf(column, value) {
      const seals: Buffer[] = [];
      for (const table of await tablesWith(column)) {
        const rows: Row[] = await db(table).where({ [column]: value });
        seals.push(...rows.flatMap((row) => Object.values(row).flatMap(sealOf)));
      }
      return seals;
    },
    close: () => db.destroy(),
  };
}

/** Version, nonce, tag: see storage/sealed.ts. */
const sealOf = (value: unknown): Buffer[] =>
  value instanceof Uint8Array && value.length > 29 && value[0] === 1
    ? [Buffer.from(value.subarray(1, 29))]
    : [];

/** Every byte of a folder's files, those of the log and the shared memory among them. */
export const bytesIn = (folder: string): Buffer =>
  Buffer.concat(readdirSync(folder).map((name) => readFileSync(path.join(folder, name))));

async function sqliteTables(db: Knex, column: string): Promise<string[]> {
  const rows: { name: string }[] = await db.raw(
    `select m.name from sqlite_master m join pragma_table_info(m.name) c
     where m.type = 'table' and c.name = ? order by m.name`,
    [column],
  );
  return rows.map(({ name }) => name);
}

const postgresTables = (db: Knex, column: string): Promise<string[]> =>
  db('information_schema.columns')
    .where({ table_schema: 'public', column_name: column })
    .orderBy('table_name')
    .pluck('table_name');
