import type { Express } from 'express';
import { alertTestBody } from '../../contract/alerts.ts';
import { fieldErrors } from '../../contract/field-errors.ts';
import type { HttpDeps } from '../deps.ts';
import { answer, refuse } from '../middleware/present-error.ts';
import { createAddressLimit } from '../middleware/rate-limit.ts';
import { callerOf } from '../middleware/request-context.ts';

/** The test of a channel on which staff are told of what happens. */
export function addAlerts(app: Express, { useCases: { alerts }, now }: HttpDeps): void {
  // Each is a request to a host that the shop named.
  const tests = createAddressLimit({ limit: 10, windowMs: 60_000, now });

  app.post('/api/alerts/test', async (req, res) => {
    const body = alertTestBody.safeParse(req.body ?? {});
    if (!body.success) return refuse(req, res, 'invalid', { fields: fieldErrors(body.error) });
    const wait = tests.take(callerOf(req).shop);
    if (wait !== null) {
      res.set('Retry-After', String(wait));
      return refuse(req, res, 'too_many_requests');
    }
    const result = await alerts.test(callerOf(req), body.data.channel);
    answer(req, res, result, (told) => res.json(told));
  });
}
