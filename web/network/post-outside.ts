import { type ClientRequest, request as httpRequest } from 'node:http';
import { type RequestOptions as HttpsOptions, request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import type { OutgoingPort, PostFailure, PostOutcome } from '../usecases/ports/alert-port.ts';
import { isLoopback, type ReachOptions, reachableAddress } from './reachable-address.ts';

export interface PostOptions extends Pick<ReachOptions, 'loopback' | 'lookup'> {
  /** For one attempt from beginning to end, in milliseconds. */
  readonly timeoutMs?: number;
}

/**
 * Posts to an address that a shop named. https only; connected to is the very address that was looked
 * at, so that a name cannot lead outside when asked and inside when connected to; a redirect is not
 * followed. What comes back is not read beyond its status: nobody learns of our network by it.
 */
export function createOutgoing(options: PostOptions): OutgoingPort {
  return {
    post: async (text, body, headers) => {
      const url = URL.parse(text);
      if (url === null || !isAllowed(url, options.loopback)) return failed('url', true);
      const signal = AbortSignal.timeout(options.timeoutMs ?? 10_000);
      const reachable = await Promise.race([lookedUp(url, options), late(signal)]);
      if (reachable === 'late') return failed('timeout', false);
      if (!reachable.ok) {
        return reachable.why === 'private' ? failed('private', true) : failed('address', false);
      }
      const [address = ''] = reachable.addresses;
      // In clear only towards this very machine, whatever its name says.
      if (url.protocol === 'http:' && !isLoopback(address)) return failed('url', true);
      return attempt(url, { address, body, headers, signal });
    },
  };
}

const hostOf = (url: URL) => url.hostname.replace(/^\[(.*)\]$/, '$1');

const lookedUp = (url: URL, options: PostOptions) => reachableAddress(hostOf(url), options);

const late = (signal: AbortSignal) =>
  new Promise<'late'>((resolve) => {
    signal.addEventListener('abort', () => resolve('late'), { once: true });
  });

const isAllowed = (url: URL, loopback: boolean) =>
  url.username === '' &&
  url.password === '' &&
  (url.protocol === 'https:' || (loopback && url.protocol === 'http:'));

const failed = (problem: PostFailure['problem'], permanent: boolean): PostOutcome => ({
  ok: false,
  problem,
  permanent,
});

interface Attempt {
  readonly address: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

function attempt(url: URL, { address, body, headers, signal }: Attempt): Promise<PostOutcome> {
  return new Promise((resolve) => {
    const request = open(url, {
      method: 'POST',
      // The address itself: a name would be looked up once more. Certificates are checked for the name.
      host: address,
      port: url.port,
      path: `${url.pathname}${url.search}`,
      ...(isIP(hostOf(url)) === 0 ? { servername: hostOf(url) } : {}),
      // A connection of its own: one that is kept could have been made to another address.
      agent: false,
      signal,
      headers: {
        ...headers,
        host: url.host,
        'content-length': String(Buffer.byteLength(body)),
      },
    });
    request.once('error', (error) => resolve(outcomeOfError(error, signal.aborted)));
    request.once('response', (response) => {
      resolve(outcomeOfStatus(response.statusCode ?? 0, response.headers['retry-after']));
      response.destroy();
    });
    request.end(body);
  });
}

const open = (url: URL, options: HttpsOptions): ClientRequest =>
  url.protocol === 'https:' ? httpsRequest(options) : httpRequest(options);

function outcomeOfError(error: Error, isLate: boolean): PostOutcome {
  if (isLate) return failed('timeout', false);
  const code = 'code' in error ? String(error.code) : '';
  return failed(/CERT|TLS|SSL|EPROTO|ALTNAME/.test(code) ? 'tls' : 'connection', false);
}

/** Who says "later" is believed, up to an hour. */
const longestWaitMs = 3_600_000;

function outcomeOfStatus(status: number, retryAfter: string | undefined): PostOutcome {
  if (status >= 200 && status < 300) return { ok: true };
  if (status >= 300 && status < 400) return failed('redirect', true);
  const isBusy = status === 408 || status === 425 || status === 429 || status >= 500;
  if (!isBusy) return failed('refused', true);
  const seconds = Number(retryAfter);
  if (!(seconds > 0)) return failed('busy', false);
  const retryAfterMs = Math.min(longestWaitMs, seconds * 1000);
  return { ok: false, problem: 'busy', permanent: false, retryAfterMs };
}
