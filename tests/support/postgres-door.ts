import { once } from 'node:events';
import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import { type PostgresServer, startPostgres, whyNoPostgres } from '../machinery/postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Loopback address that answers with the run's PostgreSQL, and starts it at the first question. */
    postgresDoor: string;
  }
}

/** What the door answers. */
export interface PostgresAnswer {
  url: string | null;
  why: string;
}

/**
 * Global set-up of a test run. PostgreSQL is started once a run, and only when a test file asks:
 * a run of the risk core's tests costs nothing.
 */
export default async function openPostgresDoor(project: TestProject) {
  let server: Promise<PostgresServer> | null = null;
  const door = createServer(async (_request, response) => {
    const answer = await ask();
    response.end(JSON.stringify(answer));
  });

  async function ask(): Promise<PostgresAnswer> {
    const given = process.env.DATABASE_URL_TEST;
    if (given) return { url: given, why: '' };
    const why = whyNoPostgres();
    if (why) return { url: null, why };
    try {
      server ??= startPostgres();
      return { url: (await server).url, why: '' };
    } catch (error) {
      return { url: null, why: String(error) };
    }
  }

  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  const address = door.address();
  if (address === null || typeof address === 'string') throw new Error('No loopback port.');
  project.provide('postgresDoor', `http://127.0.0.1:${address.port}/`);
  return async () => {
    door.close();
    const running = await server?.catch(() => null);
    await running?.stop();
  };
}
