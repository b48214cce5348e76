import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import { refuse } from './present-error.ts';

/*
 * U+0000 is a character of JSON and of URLs, but no text of PostgreSQL can hold it: a look-up by such an
 * id would end as a fault there, and as "not found" on SQLite. Nobody types it.
 */

/** In a path it names nothing, in a query it is no value. */
export const refuseNulInUrl: RequestHandler = (req, res, next) => {
  const [path = '', query = ''] = req.originalUrl.split('?', 2);
  if (path.includes('%00')) return refuse(req, res, 'not_found');
  if (query.includes('%00')) return refuse(req, res, 'invalid');
  next();
};

/**
 * As `verify` of a JSON parser, which would read UTF-16 and UTF-32 as well: JSON is UTF-8 (RFC 8259). An
 * odd number of backslashes: an even one is text that speaks of the character.
 */
export function refuseNulInJson(
  _req: IncomingMessage,
  _res: ServerResponse,
  body: Buffer,
  encoding: string,
): void {
  if (encoding !== 'utf-8') throw fault('charset.unsupported');
  if (!body.includes('\\u0000')) return;
  if (/(?<!\\)(?:\\\\)*\\u0000/.test(body.toString('utf8'))) throw fault('text.nul');
}

const fault = (type: string) => Object.assign(new Error(type), { type });
