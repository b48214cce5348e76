import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from 'graphql';

/** The version of the Admin API whose schema is kept here. */
export const schemaVersion = '2026-10';

/** What a type or a field asks of an app: one of `scopes`, and the words in which Shopify refuses. */
export interface AccessRule {
  readonly text: string;
  readonly scopes: readonly string[];
}

export interface AdminSchema {
  readonly schema: GraphQLSchema;
  /** Keyed by `Type` or `Type.field`. What is absent needs no scope. */
  readonly access: ReadonlyMap<string, AccessRule>;
}

interface KeptFile {
  schema: IntrospectionQuery['__schema'];
  access: Record<string, [text: string, scopes: string[]]>;
}

let loaded: AdminSchema | undefined;

/**
 * Shopify's official Admin API schema, types only (3,546 of them). Built at the first call, about 0.2 s;
 * source and licence beside the file, refreshed by scripts/vendor-admin-schema.mjs.
 */
export function loadAdminSchema(): AdminSchema {
  loaded ??= readKept(new URL(`./admin-${schemaVersion}.json.gz`, import.meta.url));
  return loaded;
}

function readKept(file: URL): AdminSchema {
  const kept: KeptFile = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8'));
  const access = new Map<string, AccessRule>();
  for (const [key, [text, scopes]] of Object.entries(kept.access)) access.set(key, { text, scopes });
  return { schema: buildClientSchema({ __schema: kept.schema }), access };
}
