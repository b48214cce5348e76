import {
  createServer as createHttpServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { uploadRoute } from './routes/list-imports.ts';

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
  /** How long a request that is no file may take to come, in milliseconds. */
  readonly bodyMs?: number;
}

/** 400 MB over a slow line. */
const uploadMs = 20 * 60_000;

/** Nothing came and nothing was taken: a reader that has gone to sleep. A mail test takes 90 s. */
const idleMs = 150_000;

export async function serve(app: RequestListener, options: ServeOptions): Promise<RunningServer> {
  // Longer than a load balancer keeps its connections (60 s), or it would send into a closed one.
  const bodyMs = options.bodyMs ?? 30_000;
  const timeouts = { keepAliveTimeout: 65_000, headersTimeout: 30_000, requestTimeout: uploadMs };
  const server = createHttpServer(timeouts, app);
  server.setTimeout(idleMs);
  let stopping: Promise<void> | undefined;
  server.prependListener('request', (req, res) => {
    // Whoever has been answered has nothing to send any more, not even a file.
    if (req.url?.startsWith(uploadRoute)) res.once('finish', () => breakOffIfSlow(req, bodyMs));
    else breakOffIfSlow(req, bodyMs);
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

/** Node has one limit for all requests; whoever drips a body would otherwise have that of a file. */
function breakOffIfSlow(request: IncomingMessage, bodyMs: number): void {
  const timer = setTimeout(() => {
    if (!request.complete) request.destroy();
  }, bodyMs).unref();
  request.once('end', () => clearTimeout(timer));
  request.once('close', () => clearTimeout(timer));
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
