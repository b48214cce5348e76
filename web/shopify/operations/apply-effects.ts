import { z } from 'zod';
import { type AdminRequest, userErrors } from './request.ts';

/** One mutation field of the document: its alias is its place, `e0`, `e1` … */
export type EffectField =
  | { readonly field: 'tagsAdd' | 'tagsRemove'; readonly tags: readonly string[] }
  | {
      readonly field: 'orderRiskAssessmentCreate';
      readonly riskLevel: string;
      readonly facts: readonly { readonly description: string; readonly sentiment: string }[];
    }
  | {
      readonly field: 'fulfillmentOrderHold';
      readonly id: string;
      readonly hold: {
        readonly reason: string;
        readonly reasonNotes: string;
        readonly handle: string;
        readonly notifyMerchant: false;
      };
    }
  | {
      readonly field: 'fulfillmentOrderReleaseHold';
      readonly id: string;
      /** Never empty: without ids Shopify releases the holds of every app and of the merchant. */
      readonly holdIds: readonly [string, ...string[]];
    };

interface Part {
  readonly declarations: readonly string[];
  readonly selection: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly usesOrder: boolean;
}

const coded = 'userErrors { field message code }';

function part(effect: EffectField, alias: string, orderGid: string): Part {
  switch (effect.field) {
    case 'tagsAdd':
    case 'tagsRemove':
      return {
        declarations: [`$${alias}: [String!]!`],
        selection: `${effect.field}(id: $order, tags: $${alias}) { userErrors { field message } }`,
        variables: { [alias]: effect.tags },
        usesOrder: true,
      };
    case 'orderRiskAssessmentCreate':
      return {
        declarations: [`$${alias}: OrderRiskAssessmentCreateInput!`],
        selection: `${effect.field}(orderRiskAssessmentInput: $${alias}) { ${coded} }`,
        variables: {
          [alias]: { orderId: orderGid, riskLevel: effect.riskLevel, facts: effect.facts },
        },
        usesOrder: false,
      };
    case 'fulfillmentOrderHold':
      return {
        declarations: [`$${alias}Id: ID!`, `$${alias}: FulfillmentOrderHoldInput!`],
        selection: `${effect.field}(id: $${alias}Id, fulfillmentHold: $${alias}) { fulfillmentHold { id } ${coded} }`,
        variables: { [`${alias}Id`]: effect.id, [alias]: effect.hold },
        usesOrder: false,
      };
    case 'fulfillmentOrderReleaseHold':
      return {
        declarations: [`$${alias}Id: ID!`, `$${alias}: [ID!]!`],
        selection: `${effect.field}(id: $${alias}Id, holdIds: $${alias}) { ${coded} }`,
        variables: { [`${alias}Id`]: effect.id, [alias]: effect.holdIds },
        usesOrder: false,
      };
  }
}

/** What one alias answers; null where Shopify refused the whole field (see the errors beside it). */
const effectPayload = z
  .object({ fulfillmentHold: z.object({ id: z.string() }).nullish(), userErrors })
  .nullable();
export type EffectPayload = z.infer<typeof effectPayload>;

const answer = z.record(z.string().regex(/^e\d+$/), effectPayload);

/** All of an order's effects in one document; Shopify runs them one after another. */
export function applyEffects(
  orderGid: string,
  effects: readonly [EffectField, ...EffectField[]],
): AdminRequest<Record<string, EffectPayload>> {
  const parts = effects.map((effect, index) => part(effect, `e${index}`, orderGid));
  const usesOrder = parts.some((each) => each.usesOrder);
  const declarations = parts.flatMap((each) => each.declarations);
  if (usesOrder) declarations.unshift('$order: ID!');
  const selections = parts.map((each, index) => `  e${index}: ${each.selection}`);
  return {
    name: 'ApplyEffects',
    size: effects.length,
    kind: 'mutation',
    document: `#graphql\nmutation ApplyEffects(${declarations.join(', ')}) {\n${selections.join('\n')}\n}`,
    variables: Object.assign(
      usesOrder ? { order: orderGid } : {},
      ...parts.map((each) => each.variables),
    ),
    expectedCost: 10 * effects.length,
    answer,
  };
}
