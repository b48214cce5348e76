import type { Request, RequestHandler, Response } from 'express';
import type { Locale } from '../../contract/level.ts';
import type { Log } from '../../usecases/ports/log-port.ts';
import type { Metrics } from '../../usecases/ports/metrics-port.ts';
import type { Caller } from '../../usecases/use-cases.ts';

export interface RequestContext {
  /** Stands in the answer (`X-Request-Id`, `error.requestId`) and in every log line. */
  readonly id: string;
  readonly locale: Locale;
  readonly log: Log;
  caller: Caller | null;
}

const contexts = new WeakMap<Request, RequestContext>();

export interface RequestContextDeps {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly newId: () => string;
}

/** First of all middleware: what goes wrong later is told with this request's id. */
export function requestContext({ log, metrics, newId }: RequestContextDeps): RequestHandler {
  return (req, res, next) => {
    const started = performance.now();
    const id = newId();
    const locale = localeOf(req.get('accept-language'));
    let own: Log | undefined;
    contexts.set(req, {
      id,
      locale,
      caller: null,
      // Made when somebody has something to say: at 200 webhooks a second its making shows.
      get log() {
        own ??= log.child({ requestId: id });
        return own;
      },
    });
    res.set('X-Request-Id', id);
    res.on('finish', () => report(req, res, metrics, performance.now() - started));
    next();
  };
}

export function contextOf(req: Request): RequestContext {
  const context = contexts.get(req);
  if (context === undefined) throw new Error('requestContext has not run');
  return context;
}

export function callerOf(req: Request): Caller {
  const { caller } = contextOf(req);
  if (caller === null) throw new Error('requireStaff has not run');
  return caller;
}

/** Japanese unless the first language asked for is another one. */
function localeOf(acceptLanguage: string | undefined): Locale {
  const first = acceptLanguage?.split(',')[0]?.trim().toLowerCase() ?? '';
  return first === '' || first === '*' || first.startsWith('ja') ? 'ja' : 'en';
}

/** The route's pattern, not its URL: a path or a query can carry what a person typed. */
function report(req: Request, res: Response, metrics: Metrics, milliseconds: number): void {
  const { log, caller } = contextOf(req);
  const route = routeOf(req);
  if (route === webhookRoute) return;
  const method = /^(GET|POST|PUT|OPTIONS|HEAD)$/.test(req.method) ? req.method : 'other';
  metrics.httpRequest({ route, method, status: res.statusCode, seconds: milliseconds / 1000 });
  const level = route === '/healthz' || route === '/readyz' ? 'debug' : 'info';
  const ms = Math.round(milliseconds);
  log[level]({ route, method, status: res.statusCode, ms, shop: caller?.shop }, 'request');
}

/** Webhooks have a histogram and a log line of their own, at 200 a second. */
export const webhookRoute = '/api/webhooks';

function routeOf(req: Request): string {
  const route: { path?: unknown } | undefined = req.route;
  return typeof route?.path === 'string' ? route.path : 'none';
}
