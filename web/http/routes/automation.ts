import type { Express } from 'express';
import type { HttpDeps } from '../deps.ts';
import { answer, refuse } from '../middleware/present-error.ts';
import { callerOf } from '../middleware/request-context.ts';
import { isOrderId } from './orders.ts';

/** What the app does by itself: what it would have done, the breaker, and the word that it waits for. */
export function addAutomation(app: Express, { useCases: { automation } }: HttpDeps): void {
  app.get('/api/automation', async (req, res) => {
    res.json(await automation.overview(callerOf(req)));
  });

  app.post('/api/automation/resume', async (req, res) => {
    answer(req, res, await automation.resume(callerOf(req)), (overview) => res.json(overview));
  });

  app.post('/api/orders/:id/no-answer', async (req, res) => {
    const { id } = req.params;
    if (!isOrderId(id)) return refuse(req, res, 'not_found');
    const result = await automation.confirmNoAnswer(callerOf(req), id);
    answer(req, res, result, (order) => res.json(order));
  });
}
