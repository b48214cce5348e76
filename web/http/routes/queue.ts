import type { Express, Request, Response } from 'express';
import type { z } from 'zod';
import { fieldErrors } from '../../contract/field-errors.ts';
import {
  assignBody,
  mergeBody,
  noteBody,
  queueQuery,
  snoozeBody,
  splitBody,
  viewBody,
} from '../../contract/queue.ts';
import type { Answer } from '../../usecases/use-cases.ts';
import type { HttpDeps } from '../deps.ts';
import { answer, refuse } from '../middleware/present-error.ts';
import { callerOf } from '../middleware/request-context.ts';
import { isOrderId, withoutEmpty } from './orders.ts';

/** The staff's queue: its rows, what is done to them, and what is noted of their orders. */
export function addQueue(app: Express, { useCases: { queue } }: HttpDeps): void {
  app.get('/api/queue', async (req, res) => {
    const query = queueQuery.safeParse(withoutEmpty(req.query));
    if (!query.success) return refuse(req, res, 'invalid', { fields: fieldErrors(query.error) });
    answer(req, res, await queue.list(callerOf(req), query.data), (page) => res.json(page));
  });

  app.get('/api/queue/version', async (req, res) => {
    res.json(await queue.version(callerOf(req)));
  });

  app.post('/api/queue/views', async (req, res) => {
    const body = viewBody.safeParse(req.body ?? {});
    if (!body.success) return refuse(req, res, 'invalid', { fields: fieldErrors(body.error) });
    const result = await queue.saveView(callerOf(req), body.data);
    answer(req, res, result, (view) => res.status(201).json(view));
  });

  app.delete('/api/queue/views/:id', async (req, res) => {
    if (!isName(req.params.id)) return refuse(req, res, 'not_found');
    answer(req, res, await queue.removeView(callerOf(req), req.params.id), (left) =>
      res.json(left),
    );
  });

  addCases(app, queue);
  addNotes(app, queue);
}

type Queue = HttpDeps['useCases']['queue'];

function addCases(app: Express, queue: Queue): void {
  on(app, '/api/cases/:id/assign', isCaseId, assignBody, (req, id, { to }) =>
    queue.assign(callerOf(req), Number(id), to),
  );
  on(app, '/api/cases/:id/merge', isCaseId, mergeBody, (req, id, body) =>
    queue.merge(callerOf(req), Number(id), Number(body.with)),
  );
  on(app, '/api/cases/:id/split', isCaseId, splitBody, (req, id, { orderId }) =>
    queue.split(callerOf(req), Number(id), orderId),
  );
}

function addNotes(app: Express, queue: Queue): void {
  on(app, '/api/orders/:id/notes', isOrderId, noteBody, (req, id, { text }) =>
    queue.note(callerOf(req), id, text),
  );
  on(app, '/api/orders/:id/snooze', isOrderId, snoozeBody, (req, id, body) =>
    queue.snooze(callerOf(req), id, body),
  );
  app.delete('/api/orders/:id/snooze/:snooze', async (req, res) => {
    const { id, snooze } = req.params;
    if (!isOrderId(id) || !isName(snooze)) return refuse(req, res, 'not_found');
    answer(req, res, await queue.endSnooze(callerOf(req), id, snooze), (order) => res.json(order));
  });
}

const isName = (id: string): boolean => /^[\w-]{1,64}$/.test(id);
const isCaseId = (id: string): boolean => /^\d{1,9}$/.test(id);

type Work<T> = (req: Request, id: string, body: T) => Promise<Answer<unknown>>;

function on<T>(
  app: Express,
  route: string,
  isId: (id: string) => boolean,
  schema: z.ZodType<T>,
  work: Work<T>,
): void {
  app.post(route, async (req: Request, res: Response) => {
    const id = String(req.params.id);
    if (!isId(id)) return refuse(req, res, 'not_found');
    const body = schema.safeParse(req.body ?? {});
    if (!body.success) return refuse(req, res, 'invalid', { fields: fieldErrors(body.error) });
    answer(req, res, await work(req, id, body.data), (value) => res.json(value));
  });
}
