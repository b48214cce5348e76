import { type EffectResult, GatewayFault } from '../usecases/ports/shopify-port.ts';
import type { EffectField, EffectPayload } from './operations/apply-effects.ts';
import type { UserError } from './operations/request.ts';
import { codeOf, isDenied, type ReplyError, scopeIn } from './reply.ts';

type CannotHoldReason = Extract<EffectResult, { ok: false }>['reason'];

/** What became of one effect. `failure`: the error that took the whole field away, if one did. */
export function toEffectResult(
  field: EffectField['field'],
  payload: EffectPayload | undefined,
  failure: ReplyError | undefined,
): EffectResult {
  if (payload) return judge(field, payload.userErrors, payload.fulfillmentHold?.id);
  if (failure === undefined || codeOf(failure) === 'INTERNAL_SERVER_ERROR') {
    throw new GatewayFault('outcome-unknown', `ApplyEffects: ${field} has no answer`);
  }
  if (isDenied(failure)) return missingScope(failure.message, scopeIn(failure));
  return judge(field, [{ code: codeOf(failure), message: failure.message }], undefined);
}

function judge(
  field: EffectField['field'],
  errors: readonly UserError[],
  holdId: string | undefined,
): EffectResult {
  const [error] = errors;
  if (error === undefined) return holdId === undefined ? { ok: true } : { ok: true, holdId };
  switch (field) {
    case 'fulfillmentOrderHold':
      return holdResult(error);
    case 'fulfillmentOrderReleaseHold':
      return releaseResult(error);
    case 'orderRiskAssessmentCreate':
      return refused(error, error.code === 'ORDER_ALREADY_FULFILLED' ? 'shipped' : 'refused');
    default:
      return refused(error, 'refused');
  }
}

const goneCodes = new Set(['FULFILLMENT_ORDER_NOT_FOUND', 'RESOURCE_NOT_FOUND', 'NOT_FOUND']);

/** Words of Shopify's messages, for refusals that have no code of their own. First match counts. */
const holdWords: readonly (readonly [RegExp, CannotHoldReason])[] = [
  [/in progress|progress reported|3PL|fulfillment service/i, 'in-progress'],
  [/cancell?ed/i, 'nothing-to-ship'],
  [/closed|fulfilled|shipped|not in a state that can be placed on hold/i, 'shipped'],
  [/not (be )?found|does not exist|invalid id/i, 'nothing-to-ship'],
];

function holdResult(error: UserError): EffectResult {
  if (error.code === 'DUPLICATE_FULFILLMENT_HOLD_HANDLE') return { ok: true, holdId: null };
  if (error.code === 'FULFILLMENT_ORDER_HOLD_LIMIT_REACHED') return refused(error, 'hold-limit');
  if (goneCodes.has(error.code ?? '')) return refused(error, 'nothing-to-ship');
  if (error.code === 'INVALID_ACCESS') return missingScope(error.message, undefined);
  return refused(error, holdWords.find(([words]) => words.test(error.message))?.[1] ?? 'refused');
}

/** A hold that is no longer there is what was wanted. */
function releaseResult(error: UserError): EffectResult {
  if (error.code === 'INVALID_ACCESS') return missingScope(error.message, undefined);
  const isGone =
    goneCodes.has(error.code ?? '') ||
    /not (be )?found|does not exist|invalid id|not on hold|no (active )?holds?/i.test(
      error.message,
    );
  return isGone ? { ok: true } : refused(error, 'refused');
}

function refused(error: UserError, reason: CannotHoldReason): EffectResult {
  return { ok: false, reason, message: error.message };
}

function missingScope(message: string, scope: string | undefined): EffectResult {
  const result = { ok: false, reason: 'missing-scope', message } as const;
  return scope === undefined ? result : { ...result, scope };
}
