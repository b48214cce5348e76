import { readdirSync, readFileSync } from 'node:fs';
import {
  NoDeprecatedCustomRule,
  parse,
  specifiedRules,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { applyEffects, type EffectField } from '../../web/shopify/operations/apply-effects.ts';
import { requiredScopes } from '../../web/shopify/required-scopes.ts';
import { loadAdminSchema } from '../../web/standin/schema/load.ts';

const folder = new URL('../../web/shopify/operations/', import.meta.url);
const { schema, access } = loadAdminSchema();

const everyEffect: readonly [EffectField, ...EffectField[]] = [
  { field: 'tagsAdd', tags: ['sekisho:high'] },
  { field: 'tagsRemove', tags: ['sekisho:caution'] },
  { field: 'orderRiskAssessmentCreate', riskLevel: 'HIGH', facts: [] },
  {
    field: 'fulfillmentOrderHold',
    id: 'gid://shopify/FulfillmentOrder/1',
    hold: { reason: 'OTHER', reasonNotes: '', handle: 'sekisho', notifyMerchant: false },
  },
  {
    field: 'fulfillmentOrderReleaseHold',
    id: 'gid://shopify/FulfillmentOrder/1',
    holdIds: ['gid://shopify/FulfillmentHold/1'],
  },
];

async function allDocuments(): Promise<Map<string, string>> {
  const documents = new Map<string, string>();
  for (const file of readdirSync(folder)) {
    const module: Record<string, unknown> = await import(new URL(file, folder).href);
    for (const [name, value] of Object.entries(module)) {
      if (typeof value === 'string' && value.startsWith('#graphql')) documents.set(name, value);
    }
  }
  const order = 'gid://shopify/Order/1';
  documents.set('applyEffects', applyEffects(order, everyEffect).document);
  for (const effect of everyEffect) {
    documents.set(`applyEffects ${effect.field}`, applyEffects(order, [effect]).document);
  }
  return documents;
}

const documents = await allDocuments();

/** What each field of the documents asks for: one of the scopes, or nothing. */
function accessRules(document: string): (readonly string[])[] {
  const rules: (readonly string[])[] = [];
  const types = new TypeInfo(schema);
  const note = (key: string) => {
    const rule = access.get(key);
    if (rule !== undefined) rules.push(rule.scopes);
  };
  visit(
    parse(document),
    visitWithTypeInfo(types, {
      Field() {
        const field = types.getFieldDef();
        note(`${types.getParentType()?.name}.${field?.name}`);
        note(String(field?.type).replace(/[[\]!]/g, ''));
      },
    }),
  );
  return rules;
}

describe('GraphQL operations', () => {
  it('finds every operation of the folder', () => {
    expect([...documents.keys()]).toEqual(
      expect.arrayContaining(['readOrderDocument', 'cancelOrderDocument', 'applyEffects']),
    );
    expect(documents.size).toBeGreaterThanOrEqual(16);
  });

  it.each([...documents])(
    '%s is valid in Admin API 2026-10 and uses nothing deprecated',
    (_name, document) => {
      const errors = validate(schema, parse(document), [...specifiedRules, NoDeprecatedCustomRule]);
      expect(errors.map((error) => error.message)).toEqual([]);
    },
  );

  it('never asks who else holds an order, which needs a scope that nobody grants', () => {
    for (const document of documents.values()) expect(document).not.toContain('heldByApp');
  });

  it('never reads the receipt of a gateway, which is no contract', () => {
    for (const document of documents.values()) expect(document).not.toContain('receiptJson');
  });
});

describe('access scopes', () => {
  const granted: ReadonlySet<string> = new Set(requiredScopes);

  it.each([...documents])('%s asks for nothing beyond the required scopes', (_name, document) => {
    const refused = accessRules(document).filter((scopes) => !scopes.some((s) => granted.has(s)));
    expect(refused).toEqual([]);
  });

  it('are all needed by an operation, or by a webhook that Shopify sends to nobody without', () => {
    const useful = new Set([...documents.values()].flatMap(accessRules).flat());
    const manifest = readFileSync(new URL('../../shopify.app.toml', import.meta.url), 'utf8');
    if (manifest.includes('"disputes/create"')) useful.add('read_shopify_payments_disputes');
    // Tags need write_orders though the schema, which knows them for many things, does not say so.
    expect(requiredScopes.filter((scope) => !useful.has(scope))).toEqual([]);
  });
});
