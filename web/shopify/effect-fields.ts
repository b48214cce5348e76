import type { OrderEffect } from '../usecases/ports/shopify-port.ts';
import type { EffectField } from './operations/apply-effects.ts';

/** One handle for all holds of ours: a second hold on the same fulfillment order is refused as taken. */
export const holdHandle = 'sekisho';

/** Shopify's limits; what is longer is refused as a whole, or silently cut in the middle of a letter. */
const longestNotes = 255;
const longestFact = 256;
const mostFacts = 20;

/** null: there is nothing to send for it. A release without ids would release everybody's holds. */
export function toEffectField(effect: OrderEffect): EffectField | null {
  switch (effect.kind) {
    case 'add-tags':
      return effect.tags.length === 0 ? null : { field: 'tagsAdd', tags: effect.tags };
    case 'remove-tags':
      return effect.tags.length === 0 ? null : { field: 'tagsRemove', tags: effect.tags };
    case 'risk-card':
      return {
        field: 'orderRiskAssessmentCreate',
        riskLevel: effect.level,
        facts: effect.facts
          .slice(0, mostFacts)
          .map((fact) => ({ ...fact, description: cut(fact.description, longestFact) })),
      };
    case 'hold':
      return {
        field: 'fulfillmentOrderHold',
        id: effect.fulfillmentOrder,
        hold: {
          reason: effect.reason,
          reasonNotes: cut(effect.notes, longestNotes),
          handle: holdHandle,
          notifyMerchant: false,
        },
      };
    case 'release': {
      const [first, ...rest] = effect.holdIds;
      if (first === undefined) return null;
      const id = effect.fulfillmentOrder;
      return { field: 'fulfillmentOrderReleaseHold', id, holdIds: [first, ...rest] };
    }
  }
}

/** At most `length` UTF-16 units, never half a character. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${end}…`;
}
