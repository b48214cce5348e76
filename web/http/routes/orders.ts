import type { Express, Request } from 'express';
import { fieldErrors } from '../../contract/field-errors.ts';
import { listOrdersQuery } from '../../contract/orders.ts';
import type { HttpDeps } from '../deps.ts';
import { answer, refuse } from '../middleware/present-error.ts';
import { callerOf } from '../middleware/request-context.ts';

export function addOrders(app: Express, { useCases }: HttpDeps): void {
  app.get('/api/orders', async (req, res) => {
    const query = listOrdersQuery.safeParse(withoutEmpty(req.query));
    if (!query.success) return refuse(req, res, 'invalid', { fields: fieldErrors(query.error) });
    const result = await useCases.listOrders(callerOf(req), query.data);
    answer(req, res, result, (orders) => res.json(orders));
  });

  app.get('/api/orders/:id', async (req, res) => {
    const { id } = req.params;
    if (!isOrderId(id)) return refuse(req, res, 'not_found');
    const result = await useCases.getOrder(callerOf(req), id);
    answer(req, res, result, (order) => res.json(order));
  });
}

/** Digits of the legacy id, at most 64 bits; a text all the way, for they pass 2^53. */
export function isOrderId(id: string): boolean {
  return /^\d{1,20}$/.test(id);
}

/** `?level=&q=` is a form with nothing filled in. */
export function withoutEmpty(query: Request['query']): Record<string, unknown> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
}
