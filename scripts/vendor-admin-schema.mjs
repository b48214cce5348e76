/**
 * Takes Shopify's official Admin API schema out of the npm package `@shopify/dev-mcp`, which is far
 * too heavy to depend on (366 MB installed), and keeps what the store stand-in needs: types, deprecation
 * flags and access scopes, no prose. Run it by hand to move to another version of the API:
 *
 *   node scripts/vendor-admin-schema.mjs
 */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { apiVersion, packageSpec, withOfficialSchemas } from './dev-mcp-package.mjs';

const target = new URL('../web/standin/schema/', import.meta.url);

/** Drops prose and nulls; a missing key means null to `read` in web/standin/schema/load.ts. */
function strip(value) {
  if (Array.isArray(value)) return value.map(strip);
  if (value === null || typeof value !== 'object') return value;
  const kept = {};
  for (const [key, child] of Object.entries(value)) {
    if (child === null || proseKeys.has(key)) continue;
    if (falseByDefault.has(key) && child === false) continue;
    kept[key] = key === 'deprecationReason' ? '-' : strip(child);
  }
  return kept;
}
const falseByDefault = new Set(['isDeprecated', 'isProtected']);
const proseKeys = new Set([
  'description',
  'specifiedByURL',
  'componentName',
  'accessRestricted',
  'accessRestrictedReason',
  'isPrivatelyDocumented',
  'requiredAccess',
]);

/** `Type` or `Type.field` → [what Shopify writes into its refusal, the scopes of which one is enough]. */
function accessRules(items) {
  const rules = {};
  for (const item of items) {
    if (item.offlineScopes.length === 0) continue;
    const key = item.type === 'field' ? `${item.typeName}.${item.fieldName}` : item.typeName;
    rules[key] = [item.requiredAccess, item.offlineScopes];
  }
  return rules;
}

withOfficialSchemas((schema, licence) => {
  const raw = schema('admin');
  const kept = {
    schema: strip(raw.data.__schema),
    access: accessRules(raw.offline_scopes.items),
  };
  const bytes = gzipSync(JSON.stringify(kept), { level: 9 });
  writeFileSync(new URL(`admin-${apiVersion}.json.gz`, target), bytes);
  writeFileSync(
    new URL('LICENSE-admin-schema.txt', target),
    `admin-${apiVersion}.json.gz is taken from ${packageSpec} (npm), without its descriptions,\n` +
      `by scripts/vendor-admin-schema.mjs. Its licence:\n\n${licence}\n`,
  );
  console.log(`admin-${apiVersion}.json.gz: ${bytes.length} bytes`);
});
