import type { ErrorRequestHandler, Request, Response } from 'express';
import { type ErrorBody, type ErrorCode, errorStatus } from '../../contract/errors.ts';
import { type FaultKind, GatewayFault } from '../../usecases/ports/shopify-port.ts';
import type { Answer } from '../../usecases/use-cases.ts';
import { errorMessages } from '../error-messages.ts';
import { contextOf } from './request-context.ts';

type Extra = Pick<ErrorBody['error'], 'fields' | 'plan'>;

/** The one place that turns a code into a status and a sentence. */
export function refuse(req: Request, res: Response, code: ErrorCode, extra: Extra = {}): void {
  const { id, locale } = contextOf(req);
  const message = errorMessages[code][locale];
  const body: ErrorBody = { error: { code, message, requestId: id, ...extra } };
  res.status(errorStatus[code]).json(body);
}

/** An expected refusal is a value of the use case; the rest is told by `send`. */
export function answer<T>(
  req: Request,
  res: Response,
  result: Answer<T>,
  send: (value: T) => void,
): void {
  if (result.ok) {
    send(result.value);
    return;
  }
  const { fields, plan } = result;
  refuse(req, res, result.code, {
    ...(fields === undefined ? {} : { fields }),
    ...(plan === undefined ? {} : { plan }),
  });
}

/** Last of all middleware. What is not known gets a fixed sentence: messages can quote anything. */
export function presentError(): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    const code = codeOf(error);
    const { log } = contextOf(req);
    if (code === 'internal') log.error({ err: error }, 'request failed');
    else
      log.warn({ code, kind: error instanceof GatewayFault ? error.kind : undefined }, 'refused');
    // A half-sent answer can only be broken off.
    if (res.headersSent) return next(error);
    if (error instanceof GatewayFault) setRetryAfter(res, error);
    refuse(req, res, code);
  };
}

const faultCodes: Readonly<Record<FaultKind, ErrorCode>> = {
  throttled: 'shopify_unreachable',
  transient: 'shopify_unreachable',
  'outcome-unknown': 'shopify_unreachable',
  'no-token': 'unavailable',
  'shop-unavailable': 'unavailable',
  denied: 'refused_by_shopify',
};

function codeOf(error: unknown): ErrorCode {
  if (error instanceof GatewayFault) return faultCodes[error.kind];
  if (error instanceof URIError) return 'not_found';
  if (!(error instanceof Error)) return 'internal';
  const fault = 'type' in error ? bodyFaults.get(error.type) : undefined;
  return fault ?? (isOfTheClient(error) ? 'invalid_json' : 'internal');
}

/** A parser's word that the request was wrong, under a type that we do not know or none at all. */
const isOfTheClient = (error: Error): boolean =>
  'status' in error &&
  typeof error.status === 'number' &&
  error.status >= 400 &&
  error.status < 500;

/** The types that Express' body parsers give to what a client sent wrongly. */
const bodyFaults: ReadonlyMap<unknown, ErrorCode> = new Map<unknown, ErrorCode>([
  ['entity.too.large', 'payload_too_large'],
  ['parameters.too.many', 'payload_too_large'],
  ['text.nul', 'invalid'],
  ['entity.parse.failed', 'invalid_json'],
  ['encoding.unsupported', 'invalid_json'],
  ['charset.unsupported', 'invalid_json'],
  ['request.size.invalid', 'invalid_json'],
  ['request.aborted', 'invalid_json'],
]);

function setRetryAfter(res: Response, fault: GatewayFault): void {
  if (fault.retryAfterMs === undefined) return;
  res.set('Retry-After', String(Math.max(1, Math.ceil(fault.retryAfterMs / 1000))));
}
