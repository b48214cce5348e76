import { pipeline } from 'node:stream/promises';
import type { Express } from 'express';
import { auditFilter, auditQuery } from '../../contract/audit.ts';
import { fieldErrors } from '../../contract/field-errors.ts';
import type { HttpDeps } from '../deps.ts';
import { answer, refuse } from '../middleware/present-error.ts';
import { callerOf } from '../middleware/request-context.ts';
import { withoutEmpty } from './orders.ts';

/** Who did what in the shop: a page at a time, and as CSV. */
export function addAudit(app: Express, { useCases }: HttpDeps): void {
  app.get('/api/audit', async (req, res) => {
    const query = auditQuery.safeParse(withoutEmpty(req.query));
    if (!query.success) return refuse(req, res, 'invalid', { fields: fieldErrors(query.error) });
    const result = await useCases.audit(callerOf(req), query.data);
    answer(req, res, result, (page) => res.json(page));
  });

  app.get('/api/audit/export', async (req, res) => {
    const filter = auditFilter.safeParse(withoutEmpty(req.query));
    if (!filter.success) return refuse(req, res, 'invalid', { fields: fieldErrors(filter.error) });
    const result = await useCases.exportAudit(callerOf(req), filter.data);
    if (!result.ok) return answer(req, res, result, () => undefined);
    res.set({
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="sekisho-audit.csv"',
      'Cache-Control': 'no-store',
    });
    // In pieces, as the reader takes them: a slow line must not pile years of log up in memory.
    await pipeline(result.value, res);
  });
}
