import type { Express, Request, Response } from 'express';
import type { z } from 'zod';
import {
  answerBody,
  callBody,
  contactBody,
  contactQuery,
  idSeenBody,
  templatePreviewBody,
} from '../../contract/contact.ts';
import { fieldErrors } from '../../contract/field-errors.ts';
import type { HttpDeps } from '../deps.ts';
import { answer, refuse } from '../middleware/present-error.ts';
import { callerOf } from '../middleware/request-context.ts';
import { isOrderId, withoutEmpty } from './orders.ts';

/** Calls, letters and answers of an order, and the letters' wording. */
export function addContact(app: Express, { useCases: { contact } }: HttpDeps): void {
  app.get('/api/orders/:id/contact', async (req, res) => {
    const { id } = req.params;
    if (!isOrderId(id)) return refuse(req, res, 'not_found');
    const query = contactQuery.safeParse(withoutEmpty(req.query));
    if (!query.success) return refuse(req, res, 'invalid', { fields: fieldErrors(query.error) });
    const { template, language } = query.data;
    const caller = callerOf(req);
    if (template === undefined) {
      answer(req, res, await contact.contact(caller, id), (value) => res.json(value));
      return;
    }
    const shown = await contact.preview(caller, id, { template, language });
    answer(req, res, shown, (value) => res.json(value));
  });

  onOrder(app, 'contact', contactBody, async (req, res, id, body) => {
    const sent = await contact.send(callerOf(req), id, body);
    answer(req, res, sent, ({ created, ...value }) => res.status(created ? 202 : 200).json(value));
  });
  onOrder(app, 'calls', callBody, async (req, res, id, body) => {
    answer(req, res, await contact.call(callerOf(req), id, body), (order) => res.json(order));
  });
  onOrder(app, 'answer', answerBody, async (req, res, id, body) => {
    answer(req, res, await contact.answer(callerOf(req), id, body), (order) => res.json(order));
  });
  onOrder(app, 'id-seen', idSeenBody, async (req, res, id, body) => {
    answer(req, res, await contact.idSeen(callerOf(req), id, body), (order) => res.json(order));
  });

  app.get('/api/templates', (_req, res) => {
    res.json(contact.templates());
  });
  app.post('/api/templates/preview', async (req, res) => {
    const body = templatePreviewBody.safeParse(req.body ?? {});
    if (!body.success) return refuse(req, res, 'invalid', { fields: fieldErrors(body.error) });
    const shown = await contact.previewTemplate(callerOf(req), body.data);
    answer(req, res, shown, (value) => res.json(value));
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
