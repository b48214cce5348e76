import type { Express, Request, Response } from 'express';
import { fieldErrors } from '../../contract/field-errors.ts';
import type { MailChangeAnswer } from '../../contract/mails.ts';
import { bouncedBody, mailTestBody } from '../../contract/mails.ts';
import type { MailRecord } from '../../usecases/ports/mail-port.ts';
import type { Answer } from '../../usecases/use-cases.ts';
import type { HttpDeps } from '../deps.ts';
import { answer, refuse } from '../middleware/present-error.ts';
import { createAddressLimit } from '../middleware/rate-limit.ts';
import { callerOf } from '../middleware/request-context.ts';

const isMailId = (id: string) => /^[\w-]{1,64}$/.test(id);

/** Mails of the outbox, and the test of a mail server. */
export function addMails(app: Express, { useCases: { mails }, now }: HttpDeps): void {
  // Each is a connection to a host that the caller named.
  const tests = createAddressLimit({ limit: 10, windowMs: 60_000, now });

  app.get('/api/mails', async (req, res) => {
    res.json(await mails.overview(callerOf(req)));
  });

  app.post('/api/mail/test', async (req, res) => {
    const body = mailTestBody.safeParse(req.body ?? {});
    if (!body.success) {
      return refuse(req, res, 'invalid', { fields: fieldErrors(body.error) });
    }
    const wait = tests.take(callerOf(req).shop);
    if (wait !== null) {
      res.set('Retry-After', String(wait));
      return refuse(req, res, 'too_many_requests');
    }
    answer(req, res, await mails.test(callerOf(req), body.data), (result) => res.json(result));
  });

  app.post('/api/mails/:id/again', async (req, res) => {
    if (!isMailId(req.params.id)) return refuse(req, res, 'not_found');
    sendMail(req, res, await mails.again(callerOf(req), req.params.id));
  });

  app.post('/api/mails/:id/arrived', async (req, res) => {
    if (!isMailId(req.params.id)) return refuse(req, res, 'not_found');
    sendMail(req, res, await mails.arrived(callerOf(req), req.params.id));
  });

  app.post('/api/mails/:id/bounced', async (req, res) => {
    if (!isMailId(req.params.id)) return refuse(req, res, 'not_found');
    const body = bouncedBody.safeParse(req.body ?? {});
    if (!body.success) {
      return refuse(req, res, 'invalid', { fields: fieldErrors(body.error) });
    }
    sendMail(req, res, await mails.bounced(callerOf(req), req.params.id, body.data));
  });
}

const sendMail = (req: Request, res: Response, result: Answer<MailRecord>) =>
  answer(req, res, result, ({ id, state, orderId, problem, said }) => {
    const changed: MailChangeAnswer = {
      mail: { id, state, orderId, problem, error: said },
      // A returned mail says that the address takes none: a person decides whether it counts.
      offer: state === 'bounced' && orderId !== null ? 'staff-email-no-reply' : null,
    };
    res.json(changed);
  });
