import type { Express } from 'express';
import type { HttpDeps } from '../deps.ts';
import { answer } from '../middleware/present-error.ts';
import { callerOf } from '../middleware/request-context.ts';

/** The bare document, both ways; the use case checks shape, ranges, revision and permission. */
export function addSettings(app: Express, { useCases }: HttpDeps): void {
  app.get('/api/settings', async (req, res) => {
    res.json(await useCases.getSettings(callerOf(req)));
  });

  app.put('/api/settings', async (req, res) => {
    const result = await useCases.saveSettings(callerOf(req), req.body ?? {});
    answer(req, res, result, (settings) => res.json(settings));
  });
}
