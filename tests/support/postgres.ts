import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { runStatement } from './migrated-databases.ts';
import type { PostgresAnswer } from './postgres-door.ts';

export interface FreshPostgres {
  /** As DATABASE_URL takes it; an empty database of this test file alone, with today's tables. */
  url: string;
  /** Drops the database, also while connections to it are open. */
  drop: () => Promise<void>;
}

/**
 * A fresh PostgreSQL database for a test file, on `DATABASE_URL_TEST` or on the server that the run
 * starts itself. null, and one printed line, where there is no server:
 *
 * @param isNew without any table
 *
 *     const postgres = await freshPostgres();
 *     describe.skipIf(postgres === null)('on PostgreSQL', …);
 */
export async function freshPostgres({ isNew = false } = {}): Promise<FreshPostgres | null> {
  const response = await fetch(inject('postgresDoor'));
  const answer: PostgresAnswer = JSON.parse(await response.text());
  if ('error' in answer) throw new Error(answer.error);
  if (answer.url === null) {
    console.log(`Skipped: the tests on PostgreSQL (${answer.why}).`);
    return null;
  }
  const { url, migrated } = answer;
  const name = `sekisho_${randomUUID().replaceAll('-', '')}`;
  await runStatement(url, `create database ${name}${isNew ? '' : ` template ${migrated}`}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return {
    url: own.href,
    drop: () => runStatement(url, `drop database if exists ${name} with (force)`),
  };
}
