import { pipeline } from 'node:stream/promises';
import type { Express } from 'express';
import { fieldErrors } from '../../contract/field-errors.ts';
import {
  accessFilter,
  accessQuery,
  requestDoneBody,
  retentionQuery,
} from '../../contract/privacy.ts';
import type { HttpDeps } from '../deps.ts';
import { answer, refuse } from '../middleware/present-error.ts';
import { callerOf } from '../middleware/request-context.ts';
import { withoutEmpty } from './orders.ts';

const requestId = /^[0-9a-f]{16}$/;

/** Requests about personal data, what is kept, and who saw what. */
export function addPrivacy(app: Express, { useCases }: HttpDeps): void {
  const { privacy } = useCases;

  app.get('/api/privacy', async (req, res) => {
    res.json(await privacy.page(callerOf(req)));
  });

  app.get('/api/privacy/retention', async (req, res) => {
    const query = retentionQuery.safeParse(req.query);
    if (!query.success) return refuse(req, res, 'invalid', { fields: fieldErrors(query.error) });
    res.json(await privacy.retention(callerOf(req), query.data.months));
  });

  app.post('/api/privacy/requests/:id/done', async (req, res) => {
    if (!requestId.test(req.params.id)) return refuse(req, res, 'not_found');
    const body = requestDoneBody.safeParse(req.body ?? {});
    if (!body.success) return refuse(req, res, 'invalid', { fields: fieldErrors(body.error) });
    const result = await privacy.markRequest(callerOf(req), req.params.id, body.data.done);
    answer(req, res, result, (page) => res.json(page));
  });
  addFiles(app, { useCases });
}

/** In pieces, as the reader takes them: a slow line must not pile years up in memory. */
function addFiles(app: Express, { useCases }: Pick<HttpDeps, 'useCases'>): void {
  const { privacy } = useCases;

  app.get('/api/privacy/requests/:id/file', async (req, res) => {
    const { id } = req.params;
    if (!requestId.test(id)) return refuse(req, res, 'not_found');
    const result = await privacy.exportRequest(callerOf(req), id);
    if (!result.ok) return answer(req, res, result, () => undefined);
    res.set({
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="sekisho-data-request-${id}.json"`,
      'Cache-Control': 'no-store',
    });
    await pipeline(result.value, res);
  });

  app.get('/api/privacy/access', async (req, res) => {
    const query = accessQuery.safeParse(withoutEmpty(req.query));
    if (!query.success) return refuse(req, res, 'invalid', { fields: fieldErrors(query.error) });
    const result = await privacy.access(callerOf(req), query.data);
    answer(req, res, result, (page) => res.json(page));
  });

  app.get('/api/privacy/access/export', async (req, res) => {
    const filter = accessFilter.safeParse(withoutEmpty(req.query));
    if (!filter.success) return refuse(req, res, 'invalid', { fields: fieldErrors(filter.error) });
    const result = await privacy.exportAccess(callerOf(req), filter.data);
    if (!result.ok) return answer(req, res, result, () => undefined);
    res.set({
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="sekisho-access-log.csv"',
      'Cache-Control': 'no-store',
    });
    await pipeline(result.value, res);
  });
}
