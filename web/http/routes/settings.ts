import type { Express } from 'express';
import { fieldErrors } from '../../contract/field-errors.ts';
import { previewEnvelope } from '../../contract/signals.ts';
import type { HttpDeps } from '../deps.ts';
import { answer, refuse } from '../middleware/present-error.ts';
import { callerOf } from '../middleware/request-context.ts';

/** Word lists and card countries make a long document; larger ones are refused, 413. */
export const longestSettings = 1_048_576;

/** The bare document, both ways; the use case checks shape, ranges, revision and permission. */
export function addSettings(app: Express, { useCases }: HttpDeps): void {
  app.get('/api/settings', async (req, res) => {
    res.json(await useCases.getSettings(callerOf(req)));
  });

  app.put('/api/settings', async (req, res) => {
    const result = await useCases.saveSettings(callerOf(req), req.body ?? {});
    answer(req, res, result, (settings) => res.json(settings));
  });

  app.post('/api/settings/preview', async (req, res) => {
    const body = previewEnvelope.safeParse(req.body ?? {});
    if (!body.success) {
      refuse(req, res, 'invalid', { fields: fieldErrors(body.error) });
      return;
    }
    const gone = new AbortController();
    res.on('close', () => gone.abort());
    const { settings } = body.data;
    const result = await useCases.previewSettings(callerOf(req), settings, gone.signal);
    answer(req, res, result, (preview) => res.json(preview));
  });
}
