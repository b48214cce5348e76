import type { Express, Request } from 'express';
import { fieldErrors } from '../../contract/field-errors.ts';
import { importSettingsBody } from '../../contract/list-imports.ts';
import type { HttpDeps } from '../deps.ts';
import { answer, refuse } from '../middleware/present-error.ts';
import { callerOf } from '../middleware/request-context.ts';

/** How long a file may take to come; every other request has half a minute. */
export const uploadRoute = '/api/lists/imports';

/** The file itself, never in memory as a whole. Before the JSON parser, which would refuse its body. */
export function addListUploads(app: Express, { useCases: { imports } }: HttpDeps): void {
  app.post(uploadRoute, async (req, res) => {
    const name = typeof req.query.name === 'string' ? req.query.name : '';
    const result = await imports.upload(callerOf(req), { name, bytes: req });
    // What still comes of a file that was refused is not read.
    if (!result.ok) res.set('Connection', 'close');
    answer(req, res, result, (made) => res.status(202).json(made));
  });
}

/** What was sent, how far it is, and what is to become of it. */
export function addListImports(app: Express, { useCases: { imports } }: HttpDeps): void {
  app.get(uploadRoute, async (req, res) => {
    res.json({ imports: await imports.recent(callerOf(req)) });
  });

  app.get(`${uploadRoute}/:id`, async (req, res) => {
    answer(req, res, await imports.load(callerOf(req), idOf(req)), (found) => res.json(found));
  });

  app.put(`${uploadRoute}/:id`, async (req, res) => {
    const body = importSettingsBody.safeParse(req.body ?? {});
    if (!body.success) return refuse(req, res, 'invalid', { fields: fieldErrors(body.error) });
    const result = await imports.change(callerOf(req), idOf(req), body.data);
    answer(req, res, result, (found) => res.status(202).json(found));
  });

  app.post(`${uploadRoute}/:id/start`, async (req, res) => {
    const result = await imports.start(callerOf(req), idOf(req));
    answer(req, res, result, (found) => res.status(202).json(found));
  });

  app.delete(`${uploadRoute}/:id`, async (req, res) => {
    const result = await imports.drop(callerOf(req), idOf(req));
    answer(req, res, result, (found) => res.status(202).json(found));
  });
}

const idOf = (req: Request) => String(req.params.id).slice(0, 64);
