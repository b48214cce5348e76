import { pipeline } from 'node:stream/promises';
import type { Express, Request, Response } from 'express';
import type { z } from 'zod';
import { fieldErrors } from '../../contract/field-errors.ts';
import {
  listBulkBody,
  listEntryBody,
  listExportQuery,
  listNoteBody,
  listQuery,
} from '../../contract/lists.ts';
import type { HttpDeps } from '../deps.ts';
import { answer, refuse } from '../middleware/present-error.ts';
import { callerOf } from '../middleware/request-context.ts';
import { isOrderId, withoutEmpty } from './orders.ts';

/** Who the shop remembers: the lists, one entry, many at once, and what an order offers for them. */
export function addLists(app: Express, { useCases: { lists } }: HttpDeps): void {
  app.get('/api/lists', async (req, res) => {
    await given(req, res, listQuery, withoutEmpty(req.query), async (query) =>
      answer(req, res, await lists.find(callerOf(req), query), (found) => res.json(found)),
    );
  });

  app.get('/api/lists/export', async (req, res) => {
    await given(req, res, listExportQuery, withoutEmpty(req.query), async ({ kind }) => {
      const result = await lists.export(callerOf(req), kind);
      if (!result.ok) return answer(req, res, result, () => undefined);
      await sendCsv(res, result.value);
    });
  });

  app.post('/api/lists', async (req, res) => {
    await given(req, res, listEntryBody, req.body ?? {}, async (body) => {
      answer(req, res, await lists.add(callerOf(req), body), ({ created, ...change }) =>
        res.status(created ? 201 : 200).json(change),
      );
    });
  });

  app.post('/api/lists/bulk', async (req, res) => {
    await given(req, res, listBulkBody, req.body ?? {}, async (body) =>
      answer(req, res, await lists.bulk(callerOf(req), body), (done) => res.json(done)),
    );
  });

  addEntry(app, lists);

  app.get('/api/orders/:id/list-proposal', async (req, res) => {
    const { id } = req.params;
    if (!isOrderId(id)) return refuse(req, res, 'not_found');
    answer(req, res, await lists.propose(callerOf(req), id), (proposal) => res.json(proposal));
  });
}

function addEntry(app: Express, lists: HttpDeps['useCases']['lists']): void {
  app.put('/api/lists/:id', async (req, res) => {
    if (!isEntryId(req.params.id)) return refuse(req, res, 'not_found');
    await given(req, res, listEntryBody, req.body ?? {}, async (body) => {
      const result = await lists.change(callerOf(req), req.params.id, body);
      answer(req, res, result, (change) => sendChange(res, change));
    });
  });

  app.delete('/api/lists/:id', async (req, res) => {
    if (!isEntryId(req.params.id)) return refuse(req, res, 'not_found');
    await given(req, res, listNoteBody, req.body ?? {}, async (body) => {
      const result = await lists.remove(callerOf(req), req.params.id, body);
      answer(req, res, result, (change) => sendChange(res, change));
    });
  });

  app.post('/api/lists/:id/restore', async (req, res) => {
    if (!isEntryId(req.params.id)) return refuse(req, res, 'not_found');
    await given(req, res, listNoteBody, req.body ?? {}, async (body) => {
      const result = await lists.restore(callerOf(req), req.params.id, body);
      answer(req, res, result, (change) => sendChange(res, change));
    });
  });
}

const isEntryId = (id: string): boolean => /^[\w-]{1,64}$/.test(id);

type Change = { entry: unknown; duplicate: boolean; reassessing: number };

const sendChange = (res: Response, { entry, duplicate, reassessing }: Change) =>
  res.json({ entry, duplicate, reassessing });

/** What fits the schema goes on; the rest is refused with the names of the fields. */
async function given<T>(
  req: Request,
  res: Response,
  schema: z.ZodType<T>,
  value: unknown,
  work: (parsed: T) => Promise<void>,
): Promise<void> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) return refuse(req, res, 'invalid', { fields: fieldErrors(parsed.error) });
  await work(parsed.data);
}

/** In pieces, as the reader takes them: a slow line must not pile a million rows up in memory. */
async function sendCsv(res: Response, pieces: AsyncIterable<string>): Promise<void> {
  res.set({
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="sekisho-lists.csv"',
    'Cache-Control': 'no-store',
  });
  await pipeline(pieces, res);
}
