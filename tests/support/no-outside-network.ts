import net from 'node:net';

/**
 * Set-up file of every test: a connection that leaves this machine is an error, so a test can neither
 * depend on a service nor send a fictitious order to a real shop. Loopback and Unix sockets stay open.
 */
export class OutsideNetworkError extends Error {
  constructor(host: string) {
    super(`A test tried to reach ${host}. Tests talk to loopback addresses only.`);
    this.name = 'OutsideNetworkError';
  }
}

const loopback =
  /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?|\[?::ffff:127(\.\d{1,3}){3}\]?|0\.0\.0\.0|::)$/i;

export function isLoopback(host: string): boolean {
  return loopback.test(host);
}

/** The host that `net.connect(...args)` would reach; null for a Unix socket. */
function hostOf(args: readonly unknown[]): string | null {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === 'object' && first !== null) {
    const options: { path?: unknown; host?: unknown } = first;
    if (typeof options.path === 'string') return null;
    return typeof options.host === 'string' ? options.host : 'localhost';
  }
  if (typeof first === 'string' && Number.isNaN(Number(first))) return null;
  return typeof second === 'string' ? second : 'localhost';
}

const connect = net.Socket.prototype.connect;
const guarded = Symbol.for('sekisho.no-outside-network');

if (!(guarded in connect)) {
  const guardedConnect = function (this: net.Socket, ...args: unknown[]) {
    const host = hostOf(args);
    if (host !== null && !isLoopback(host)) throw new OutsideNetworkError(host);
    return Reflect.apply(connect, this, args);
  };
  net.Socket.prototype.connect = Object.assign(guardedConnect, { [guarded]: true });

  const fetch = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const { hostname } = new URL(input instanceof Request ? input.url : input);
    if (!isLoopback(hostname)) throw new OutsideNetworkError(hostname);
    return fetch(input, init);
  };
}
