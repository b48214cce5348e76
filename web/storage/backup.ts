import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { connect } from './connections.ts';
import { markRestored } from './restore-table.ts';

export type BackedUp =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'exists' | 'postgres' | 'no-database' };

/**
 * A copy of the SQLite database as it is at one instant, while the app goes on writing: VACUUM INTO reads
 * one snapshot and holds up nobody. What was deleted is not in it. The file has its name only when it is
 * whole and on the disk.
 * @param now epoch milliseconds
 */
export async function backUp(databaseUrl: string, file: string, now: number): Promise<BackedUp> {
  if (!databaseUrl.startsWith('sqlite:')) return { ok: false, why: 'postgres' };
  if (!existsSync(databaseUrl.slice('sqlite:'.length))) return { ok: false, why: 'no-database' };
  if (existsSync(file)) return { ok: false, why: 'exists' };
  const part = `${path.resolve(file)}.part`;
  mkdirSync(path.dirname(part), { recursive: true });
  rmSync(part, { force: true });
  const database = connect(databaseUrl);
  try {
    await database.writer.raw('VACUUM INTO ?', [part]);
  } finally {
    await database.close();
  }
  await markCopy(part, now);
  flush(part);
  renameSync(part, file);
  flush(path.dirname(path.resolve(file)));
  return { ok: true };
}

/** Only the copy is told that it is one: whoever starts on it goes over what was under way. */
async function markCopy(part: string, now: number): Promise<void> {
  const copy = connect(`sqlite:${part}`);
  try {
    await copy.writer.raw('PRAGMA journal_mode=DELETE');
    await markRestored(copy.writer, now);
  } finally {
    await copy.close();
  }
}

function flush(file: string): void {
  const handle = openSync(file, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/** For a database that was restored by other means (pg_restore, point in time): before the app starts on it. */
export async function tellRestored(databaseUrl: string, now: number): Promise<void> {
  const database = connect(databaseUrl);
  try {
    await markRestored(database.writer, now);
  } finally {
    await database.close();
  }
}
