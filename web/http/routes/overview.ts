import type { Express } from 'express';
import { retryBody } from '../../contract/delayed-work.ts';
import { fieldErrors } from '../../contract/field-errors.ts';
import type { HttpDeps } from '../deps.ts';
import { refuse } from '../middleware/present-error.ts';
import { callerOf } from '../middleware/request-context.ts';

/** What the pages show beside orders: today, the app's own state, who is calling, payment names. */
export function addOverview(app: Express, { useCases }: HttpDeps): void {
  app.get('/api/today', async (req, res) => {
    res.json(await useCases.today(callerOf(req)));
  });
  app.get('/api/status', async (req, res) => {
    res.json(await useCases.status(callerOf(req)));
  });
  app.post('/api/status/retry', async (req, res) => {
    const body = retryBody.safeParse(req.body ?? {});
    if (!body.success) return refuse(req, res, 'invalid', { fields: fieldErrors(body.error) });
    res.json(await useCases.retryWork(callerOf(req), body.data));
  });
  app.get('/api/checkout', async (req, res) => {
    res.json(await useCases.checkout(callerOf(req)));
  });
  app.get('/api/me', async (req, res) => {
    res.json(await useCases.me(callerOf(req)));
  });
  app.get('/api/payment-names', async (req, res) => {
    res.json(await useCases.paymentNames(callerOf(req)));
  });
}
