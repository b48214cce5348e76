import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { freshPostgres } from '../support/postgres.ts';
import { tempDatabase } from '../support/temp-database.ts';
import { leaveTraces, type Traces } from './support/leaves-no-trace.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** As a person would search with the file in an editor: UTF-8, and UTF-16 for good measure. */
const stands = (bytes: Buffer, value: string) =>
  bytes.includes(value) || bytes.includes(Buffer.from(value, 'utf16le'));

function expectNothing({ log, cells, wanted }: Traces): void {
  expect(log).toContain('work did not succeed');
  expect(wanted.length).toBeGreaterThan(25);
  const hits = wanted.flatMap(([what, value]) => [
    ...(log.includes(value) ? [`${what} ${value} in the log`] : []),
    ...cells
      .filter(({ bytes }) => stands(bytes, value))
      .map(({ place }) => `${what} ${value} in ${place}`),
  ]);
  expect([...new Set(hits)]).toEqual([]);
}

describe('a busy day with every fault leaves no personal datum and no secret', () => {
  it('in the log or in a file of SQLite', async () => {
    const database = tempDatabase();
    const traces = await leaveTraces(database.url, (end) => ends.push(end));
    expectNothing(traces);
    const files = readdirSync(database.folder);
    expect(files).toContain('sekisho.sqlite3-wal');
    for (const name of files) {
      const bytes = readFileSync(path.join(database.folder, name));
      for (const [what, value] of traces.wanted) {
        expect(stands(bytes, value), `${what} ${value} in ${name}`).toBe(false);
      }
    }
  }, 240_000);

  it('in the log or in a row of PostgreSQL', async () => {
    const postgres = await freshPostgres();
    if (postgres === null) return;
    ends.push(postgres.drop);
    const traces = await leaveTraces(postgres.url, (end) => ends.push(end));
    expectNothing(traces);
  }, 240_000);
});
