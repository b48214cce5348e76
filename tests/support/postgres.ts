import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import type { PostgresAnswer } from './postgres-door.ts';

export interface FreshPostgres {
  /** As DATABASE_URL takes it; an empty database of this test file alone. */
  url: string;
  /** Drops the database, also while connections to it are open. */
  drop: () => Promise<void>;
}

/**
 * A fresh PostgreSQL database for a test file, on `DATABASE_URL_TEST` or on the server that the run
 * starts itself. null, and one printed line, where there is no server:
 *
 *     const postgres = await freshPostgres();
 *     describe.skipIf(postgres === null)('on PostgreSQL', …);
 */
export async function freshPostgres(): Promise<FreshPostgres | null> {
  const response = await fetch(inject('postgresDoor'));
  const answer: PostgresAnswer = JSON.parse(await response.text());
  if (answer.url === null) {
    console.log(`Skipped: the tests on PostgreSQL (${answer.why}).`);
    return null;
  }
  const { url } = answer;
  const name = `sekisho_${randomUUID().replaceAll('-', '')}`;
  await statement(url, `create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return {
    url: own.href,
    drop: () => statement(url, `drop database if exists ${name} with (force)`),
  };
}

async function statement(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
