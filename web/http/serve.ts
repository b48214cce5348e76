import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RunningServer {
  readonly port: number;
  /** Takes no new connection, lets what is running end, then closes. Calling twice is one stop. */
  stop(): Promise<void>;
}

export interface ServeOptions {
  /** 0: any free port. */
  readonly port: number;
  /** Absent: every address of this machine. */
  readonly host?: string;
  /** Requests that take longer than this are broken off at stop, in milliseconds. */
  readonly drainMs?: number;
}

export async function serve(app: RequestListener, options: ServeOptions): Promise<RunningServer> {
  // Longer than a load balancer keeps its connections (60 s), or it would send into a closed one.
  const server = createHttpServer({ keepAliveTimeout: 65_000, requestTimeout: 30_000 }, app);
  let stopping: Promise<void> | undefined;
  server.prependListener('request', (_req, res) => {
    if (stopping !== undefined) res.shouldKeepAlive = false;
    res.on('close', () => stopping && setImmediate(() => server.closeIdleConnections()));
  });
  const port = await listen(server, options);
  return {
    port,
    stop() {
      stopping ??= drain(server, options.drainMs ?? 10_000);
      return stopping;
    },
  };
}

function listen(server: Server, { port, host }: ServeOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(portOf(server.address()));
    });
  });
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('Not listening on a port');
  return address.port;
}

function drain(server: Server, drainMs: number): Promise<void> {
  return new Promise((resolve) => {
    const breakOff = setTimeout(() => server.closeAllConnections(), drainMs);
    server.close(() => {
      clearTimeout(breakOff);
      resolve();
    });
    server.closeIdleConnections();
  });
}
