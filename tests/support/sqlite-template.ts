import type { TestProject } from 'vitest/node';
import { migratedSqlite } from './migrated-databases.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A SQLite file with today's tables and nothing in them. */
    migratedSqlite: string;
  }
}

/** Global set-up of a test run: what every test on SQLite begins with is made once. */
export default async function makeSqliteTemplate(project: TestProject) {
  const { name, remove } = await migratedSqlite();
  project.provide('migratedSqlite', name);
  return remove;
}
