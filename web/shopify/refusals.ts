import type { GatewayRefusal } from '../usecases/ports/shopify-port.ts';
import type { AdminRequest, UserError } from './operations/request.ts';
import { codeOf, isDenied, type ReplyError } from './reply.ts';
import { deniedFault, unanswered } from './reply-fault.ts';

/** Shopify's cancel refusals have one code for many things (INVALID); its words tell them apart. */
const cancelCodes: readonly (readonly [RegExp, string])[] = [
  [/already been cancell?ed/i, 'already-cancelled'],
  [/already in progress/i, 'in-progress'],
  [/outstanding fulfillments?/i, 'outstanding-fulfillments'],
  [/has returns/i, 'has-returns'],
];

/** `already-cancelled`, `in-progress`, `outstanding-fulfillments`, `has-returns`, else Shopify's code. */
export function cancelRefusal(errors: readonly UserError[]): GatewayRefusal | null {
  const refusal = refusalOf(errors);
  if (refusal === null) return null;
  const known = cancelCodes.find(([words]) => words.test(refusal.message));
  return known === undefined ? refusal : { ...refusal, code: known[1] };
}

export function refusalOf(errors: readonly UserError[]): GatewayRefusal | null {
  const [error] = errors;
  return error === undefined
    ? null
    : { ok: false, code: error.code ?? null, message: error.message };
}

/**
 * The payload of a document's one mutation, or why there is none: denied is a fault, an unknown id a
 * refusal, and anything else may have happened.
 */
export function payloadOrRefusal<P>(
  request: AdminRequest<unknown>,
  payload: P | null,
  errors: readonly ReplyError[],
): { ok: true; payload: P } | GatewayRefusal {
  if (payload !== null) return { ok: true, payload };
  const [error] = errors;
  if (error === undefined || codeOf(error) === 'INTERNAL_SERVER_ERROR') {
    throw unanswered(request.kind, `${request.name}: no payload`);
  }
  if (isDenied(error)) throw deniedFault(request, error);
  return { ok: false, code: codeOf(error), message: error.message };
}

/** Of a mutation that gives back nothing but errors. */
export function doneOrRefusal(
  request: AdminRequest<unknown>,
  payload: { readonly userErrors: readonly UserError[] } | null,
  errors: readonly ReplyError[],
): { ok: true } | GatewayRefusal {
  const answer = payloadOrRefusal(request, payload, errors);
  if (!answer.ok) return answer;
  return refusalOf(answer.payload.userErrors) ?? { ok: true };
}
