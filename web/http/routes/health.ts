import { createHash, timingSafeEqual } from 'node:crypto';
import type { Express, Request } from 'express';
import type { HealthDeps } from '../deps.ts';
import { isLoopbackAddress } from '../loopback.ts';
import { refuse } from '../middleware/present-error.ts';

/** What the surroundings ask: alive, ready, how it goes. */
export function addHealth(app: Express, deps: HealthDeps): void {
  app.get('/healthz', (_req, res) => void res.json({ status: 'ok' }));

  const isReady = sharedWhileItRuns(() => deps.useCases.isReady().catch(() => false));
  app.get('/readyz', async (req, res) => {
    const ready = await isReady();
    if (!ready) return refuse(req, res, 'unavailable');
    res.json({ status: 'ok' });
  });

  app.get('/metrics', async (req, res) => {
    if (!mayReadMetrics(req, deps)) return refuse(req, res, 'not_found');
    const { contentType, text } = await deps.metrics.render();
    res.set('Content-Type', contentType).end(text);
  });
}

/** Anybody may ask: asked a thousand times at once, the database is asked once. */
function sharedWhileItRuns<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  return () => {
    running ??= work().finally(() => {
      running = null;
    });
    return running;
  };
}

function mayReadMetrics(req: Request, { metricsToken, trustProxy }: HealthDeps): boolean {
  const bearer = /^Bearer (.+)$/i.exec(req.get('authorization') ?? '')?.[1];
  if (metricsToken !== null && bearer !== undefined) return isSame(bearer, metricsToken);
  // A proxy that nobody told us of is itself on loopback: its callers are not.
  const isForwarded =
    req.get('x-forwarded-for') !== undefined || req.get('forwarded') !== undefined;
  if (trustProxy === false && isForwarded) return false;
  return isLoopbackAddress(req.ip);
}

/** Equal lengths first, or timingSafeEqual throws; the hash hides the length too. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
