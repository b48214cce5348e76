import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject, onTestFinished } from 'vitest';

export interface TempDatabase {
  /** As DATABASE_URL takes it: `sqlite:<file>`. */
  url: string;
  file: string;
  folder: string;
}

/**
 * A folder for one test. It is removed when the test passed and stays, for a look, when it failed.
 * Call it in a test or in `beforeEach`.
 */
export function tempFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'sekisho-test-'));
  onTestFinished(({ task }) => {
    if (task.result?.state === 'fail') console.log(`Kept for a look: ${folder}`);
    else rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/**
 * A SQLite database of this test alone, empty and with today's tables: migrating it finds nothing to do.
 * @param isNew the file does not exist yet
 */
export function tempDatabase({ isNew = false } = {}): TempDatabase {
  const folder = tempFolder();
  const file = path.join(folder, 'sekisho.sqlite3');
  if (!isNew) copyFileSync(inject('migratedSqlite'), file);
  return { url: `sqlite:${file}`, file, folder };
}
