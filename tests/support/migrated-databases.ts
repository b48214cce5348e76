import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { createPgBossEngine } from '../../web/jobs/pg-boss-engine.ts';
import { openStorage } from '../../web/storage/open-storage.ts';
import type { Log } from '../../web/usecases/ports/log-port.ts';

/** An empty database with today's tables, which the tests' own are copies of; made once a run. */
export interface MigratedDatabase {
  /** A file on SQLite, a database's name on PostgreSQL. */
  readonly name: string;
  remove(): Promise<void>;
}

export async function migratedSqlite(): Promise<MigratedDatabase> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sekisho-migrated-'));
  const name = path.join(folder, 'sekisho.sqlite3');
  await migrate(`sqlite:${name}`);
  return { name, remove: () => rm(folder, { recursive: true, force: true }) };
}

const silent: Log = { debug() {}, info() {}, warn() {}, error() {}, child: () => silent };

/** @param url of the server; with pg-boss's schema beside our own */
export async function migratedPostgres(url: string): Promise<MigratedDatabase> {
  const name = `sekisho_migrated_${randomUUID().replaceAll('-', '')}`;
  await runStatement(url, `create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  await migrate(own.href);
  const engine = createPgBossEngine(own.href, silent);
  await engine.start(null);
  await engine.stop();
  return { name, remove: () => runStatement(url, `drop database if exists ${name} with (force)`) };
}

async function migrate(databaseUrl: string): Promise<void> {
  const storage = openStorage({ databaseUrl, encryptionKey: randomBytes(32), now: Date.now });
  await storage.migrate();
  await storage.close();
}

export async function runStatement(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
