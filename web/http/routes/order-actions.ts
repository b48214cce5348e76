import type { Express, Request, Response } from 'express';
import type { z } from 'zod';
import { fieldErrors } from '../../contract/field-errors.ts';
import type { ActionKind } from '../../contract/level.ts';
import { outcomeBody } from '../../contract/lists.ts';
import {
  type ActionAnswer,
  type ActionBody,
  actionBodies,
  staffCheckBody,
  undoBody,
} from '../../contract/orders.ts';
import type { HttpDeps } from '../deps.ts';
import { answer, refuse } from '../middleware/present-error.ts';
import { callerOf } from '../middleware/request-context.ts';
import { isOrderId } from './orders.ts';

/** What staff do to one order. What is not listed here is not there: 404. */
export function addOrderActions(app: Express, { useCases }: HttpDeps): void {
  const action = <K extends ActionKind>(kind: K, schema: z.ZodType<ActionBody<K>>) =>
    onOrder(app, kind, schema, async (req, res, orderId, body) => {
      const result = await useCases.takeAction(callerOf(req), orderId, kind, body);
      answer(req, res, result, (taken) => sendAction(res, taken));
    });
  action('cancel', actionBodies.cancel);
  action('void', actionBodies.void);
  action('approve', actionBodies.approve);
  action('release', actionBodies.release);
  action('hold', actionBodies.hold);
  action('reassess', actionBodies.reassess);

  onOrder(app, 'undo', undoBody, async (req, res, orderId, { actionId }) => {
    const result = await useCases.undoAction(callerOf(req), orderId, actionId);
    answer(req, res, result, (taken) => sendAction(res, taken));
  });

  onOrder(app, 'outcome', outcomeBody, async (req, res, orderId, body) => {
    const result = await useCases.recordOutcome(callerOf(req), orderId, body);
    answer(req, res, result, (order) => res.json(order));
  });

  onOrder(app, 'checks', staffCheckBody, async (req, res, orderId, check) => {
    const result = await useCases.recordStaffCheck(callerOf(req), orderId, check);
    answer(req, res, result, (order) => res.json(order));
  });
}

type OrderWork<T> = (req: Request, res: Response, orderId: string, body: T) => Promise<void>;

function onOrder<T>(app: Express, verb: string, schema: z.ZodType<T>, work: OrderWork<T>): void {
  app.post(`/api/orders/:id/${verb}`, async (req, res) => {
    const id = String(req.params.id);
    if (!isOrderId(id)) return refuse(req, res, 'not_found');
    const body = schema.safeParse(req.body ?? {});
    if (!body.success) return refuse(req, res, 'invalid', { fields: fieldErrors(body.error) });
    await work(req, res, id, body.data);
  });
}

/** 202: it stands in the queue; 200: the same action stood there already. */
function sendAction(res: Response, taken: ActionAnswer & { created: boolean }): void {
  const { action, order, created } = taken;
  res.status(created ? 202 : 200).json({ action, order });
}
