import type { Express } from 'express';
import type { HttpDeps } from '../deps.ts';
import { callerOf } from '../middleware/request-context.ts';

/** The version, and what the app judges with: sources, licences, ages. */
export function addAbout(app: Express, { useCases }: HttpDeps): void {
  app.get('/api/about', async (req, res) => {
    res.json(await useCases.about(callerOf(req)));
  });
}
