import type { DatabaseSync, SQLInputValue } from 'node:sqlite';

export type Row = Record<string, SQLInputValue>;

/** Writes rows of one table that have the same columns as its pattern. */
export function inserter(db: DatabaseSync, table: string, pattern: Row): (row: Row) => void {
  const columns = Object.keys(pattern);
  const marks = columns.map(() => '?').join(', ');
  const statement = db.prepare(`insert into ${table} (${columns.join(', ')}) values (${marks})`);
  return (row) => {
    const values = columns.map((column) => row[column] ?? null);
    statement.run(...values);
  };
}

export const rowsOf = (db: DatabaseSync, table: string, orderId: string): Row[] =>
  db.prepare(`select * from ${table} where order_id = ?`).all(orderId);

export function rowOf(db: DatabaseSync, table: string, orderId: string): Row {
  const [row] = rowsOf(db, table, orderId);
  if (row === undefined) throw new Error(`${table} has no row of the pattern`);
  return row;
}

/** Numbered by the database itself. */
export const withoutId = ({ id: _id, ...row }: Row): Row => row;
