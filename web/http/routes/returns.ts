import express, { type Express } from 'express';
import { fieldErrors } from '../../contract/field-errors.ts';
import { returnsQuery } from '../../contract/returns.ts';
import type { HttpDeps } from '../deps.ts';
import { answer, refuse } from '../middleware/present-error.ts';
import { callerOf } from '../middleware/request-context.ts';
import { withoutEmpty } from './orders.ts';

const mostBytes = 1_000_000;

/** A carrier's report as it came. Before the JSON parser, which would refuse its body. */
export function addReturns(app: Express, { useCases }: HttpDeps): void {
  const file = express.raw({ limit: mostBytes, type: () => true, inflate: false });
  app.post('/api/returns', file, async (req, res) => {
    const query = returnsQuery.safeParse(withoutEmpty(req.query));
    if (!query.success) return refuse(req, res, 'invalid', { fields: fieldErrors(query.error) });
    const body: unknown = req.body;
    const bytes = body instanceof Uint8Array ? body : new Uint8Array();
    const result = await useCases.lists.returns(callerOf(req), bytes, query.data);
    answer(req, res, result, (returns) => res.json(returns));
  });
}
