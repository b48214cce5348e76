import type { Express } from 'express';
import { checkoutPreviewEnvelope } from '../../contract/checkout-preview.ts';
import { tryEnvelope } from '../../contract/checkout-try.ts';
import { fieldErrors } from '../../contract/field-errors.ts';
import type { HttpDeps } from '../deps.ts';
import { answer, refuse } from '../middleware/present-error.ts';
import { callerOf } from '../middleware/request-context.ts';

/** A made-up buyer at the checkout, and what past orders say, before the rules are saved. */
export function addCheckoutTry(app: Express, { useCases }: HttpDeps): void {
  app.post('/api/checkout/try', async (req, res) => {
    const body = tryEnvelope.safeParse(req.body ?? {});
    if (!body.success) {
      refuse(req, res, 'invalid', { fields: fieldErrors(body.error) });
      return;
    }
    const result = await useCases.tryCheckout(callerOf(req), body.data);
    answer(req, res, result, (tried) => res.json(tried));
  });

  app.post('/api/checkout/preview', async (req, res) => {
    const body = checkoutPreviewEnvelope.safeParse(req.body ?? {});
    if (!body.success) {
      refuse(req, res, 'invalid', { fields: fieldErrors(body.error) });
      return;
    }
    const gone = new AbortController();
    res.on('close', () => gone.abort());
    const { settings } = body.data;
    const result = await useCases.previewCheckout(callerOf(req), settings, gone.signal);
    answer(req, res, result, (preview) => res.json(preview));
  });
}
