import type { Express, Request } from 'express';
import { fieldErrors } from '../../contract/field-errors.ts';
import { bulkBody } from '../../contract/queue.ts';
import type { HttpDeps } from '../deps.ts';
import { answer, refuse } from '../middleware/present-error.ts';
import { callerOf } from '../middleware/request-context.ts';

/** What many orders are told at once, and how far it is. */
export function addBulk(app: Express, { useCases: { bulk } }: HttpDeps): void {
  app.post('/api/bulk', async (req, res) => {
    const body = bulkBody.safeParse(req.body ?? {});
    if (!body.success) return refuse(req, res, 'invalid', { fields: fieldErrors(body.error) });
    answer(req, res, await bulk.start(callerOf(req), body.data), ({ run, created }) =>
      res.status(created ? 202 : 200).json(run),
    );
  });

  app.get('/api/bulk', async (req, res) => {
    res.json(await bulk.recent(callerOf(req)));
  });

  app.get('/api/bulk/:id', async (req, res) => {
    answer(req, res, await bulk.load(callerOf(req), idOf(req)), (run) => res.json(run));
  });

  app.post('/api/bulk/:id/stop', async (req, res) => {
    answer(req, res, await bulk.stop(callerOf(req), idOf(req)), (run) => res.json(run));
  });
}

const idOf = (req: Request) => String(req.params.id).slice(0, 64);
