import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import { type AnswerView, linkAnswers } from '../../contract/answer-page.ts';
import type { Locale } from '../../contract/level.ts';
import { answerHtml } from '../answer/answer-html.ts';
import { answerPolicy } from '../answer/answer-style.ts';
import type { HttpDeps } from '../deps.ts';
import { contextOf } from '../middleware/request-context.ts';

/**
 * The page of the link in a mail: no login, no script, nothing stored in the browser. GET changes
 * nothing, whoever or whatever opens it; only the button's POST answers.
 */
export function addAnswer(app: Express, { useCases, answerLimit }: HttpDeps): void {
  app.use('/a', securePage, limited(answerLimit));

  app.get('/a/:token', async (req, res) => {
    show(req, res, await useCases.answerPage(req.params.token));
  });

  const form = express.urlencoded({
    extended: false,
    limit: 1000,
    parameterLimit: 5,
    inflate: false,
  });
  app.post('/a/:token', form, async (req, res) => {
    const { token } = req.params;
    const answer = linkAnswers.find((one) => one === req.body?.answer);
    const view =
      answer === undefined
        ? await useCases.answerPage(token)
        : await useCases.answerByLink(token, answer);
    if (view.kind === 'gone') return show(req, res, view);
    // Reloading the page must not ask to send the form again.
    res.redirect(303, `/a/${token}?lang=${localeOf(req, view)}`);
  });
}

function show(req: Request, res: Response, view: AnswerView): void {
  res.status(view.kind === 'gone' ? 404 : 200).type('html');
  res.send(answerHtml(view, localeOf(req, view)));
}

/** The reader's own choice, else the mail's language, else the browser's. */
function localeOf(req: Request, view: AnswerView): Locale {
  const { lang } = req.query;
  if (lang === 'ja' || lang === 'en') return lang;
  return view.kind === 'gone' ? contextOf(req).locale : view.language;
}

/** The address of the page is its secret: no other page and no search engine shall learn it. */
const securePage: RequestHandler = (_req, res, next) => {
  res.set({
    'Content-Security-Policy': answerPolicy,
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex, nofollow, noarchive',
    'X-Frame-Options': 'DENY',
  });
  next();
};

/** As `rateLimit`, in a sentence that a buyer can read. */
function limited(addresses: HttpDeps['answerLimit']): RequestHandler {
  return (req, res, next) => {
    const wait = addresses.take(req.ip ?? '');
    if (wait === null) return next();
    res.status(429).set('Retry-After', String(wait)).type('html');
    res.send(answerHtml({ kind: 'busy' }, contextOf(req).locale));
  };
}
