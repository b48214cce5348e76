import type { Express } from 'express';
import type { HttpDeps } from '../deps.ts';
import { callerOf } from '../middleware/request-context.ts';

/** What orders are looked at for, in the caller's language. */
export function addSignals(app: Express, { useCases }: HttpDeps): void {
  app.get('/api/signals', async (req, res) => {
    res.json(await useCases.signals(callerOf(req)));
  });
}
