import { once } from 'node:events';
import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import { type PostgresServer, startPostgres, whyNoPostgres } from '../machinery/postgres-server.ts';
import { type MigratedDatabase, migratedPostgres } from './migrated-databases.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Loopback address that answers with the run's PostgreSQL, and starts it at the first question. */
    postgresDoor: string;
  }
}

/** What the door answers. */
export type PostgresAnswer =
  | { readonly url: null; readonly why: string }
  /** There is a server, and what the tests need on it cannot be made: they fail. */
  | { readonly error: string }
  /** `migrated`: the name of an empty database with today's tables, to make others from. */
  | { readonly url: string; readonly migrated: string };

/**
 * Global set-up of a test run. PostgreSQL is started once a run, and only when a test file asks:
 * a run of the risk core's tests costs nothing.
 */
export default async function openPostgresDoor(project: TestProject) {
  let server: Promise<PostgresServer> | null = null;
  let template: Promise<MigratedDatabase> | null = null;
  const door = createServer(async (_request, response) => {
    const answer = await ask();
    response.end(JSON.stringify(answer));
  });

  async function ask(): Promise<PostgresAnswer> {
    const given = process.env.DATABASE_URL_TEST;
    const why = given ? null : whyNoPostgres();
    if (why !== null) return { url: null, why };
    try {
      const url = given || (await startOnce());
      template ??= migratedPostgres(url);
      return { url, migrated: (await template).name };
    } catch (error) {
      return server === null || (await isUp(server))
        ? { error: String(error) }
        : { url: null, why: String(error) };
    }
  }

  const isUp = (started: Promise<PostgresServer>) =>
    started.then(
      () => true,
      () => false,
    );

  async function startOnce(): Promise<string> {
    server ??= startPostgres();
    return (await server).url;
  }

  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  const address = door.address();
  if (address === null || typeof address === 'string') throw new Error('No loopback port.');
  project.provide('postgresDoor', `http://127.0.0.1:${address.port}/`);
  return async () => {
    door.close();
    const made = await template?.catch(() => null);
    await made?.remove();
    const running = await server?.catch(() => null);
    await running?.stop();
  };
}
