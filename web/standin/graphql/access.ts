import { GraphQLError, type GraphQLOutputType, getNamedType, isObjectType } from 'graphql';
import { type AccessRule, loadAdminSchema } from '../schema/load.ts';

const documentation = 'https://shopify.dev/api/usage/access-scopes';

/** A `write_…` scope grants the `read_…` one of the same name. */
export function effectiveScopes(granted: readonly string[]): ReadonlySet<string> {
  const all = new Set(granted);
  for (const scope of granted) {
    if (scope.startsWith('write_')) all.add(`read_${scope.slice(6)}`);
  }
  return all;
}

/** The rules of a field: its own, its type's, and of a connection the type's of its nodes. */
function rulesOf(parent: string, field: string, type: GraphQLOutputType): AccessRule[] {
  const { access } = loadAdminSchema();
  const named = getNamedType(type);
  const nodes =
    isObjectType(named) && named.name.endsWith('Connection') ? named.getFields().nodes : undefined;
  const keys = [`${parent}.${field}`, named.name, nodes ? getNamedType(nodes.type).name : ''];
  return keys.flatMap((key) => access.get(key) ?? []);
}

const known = new Map<string, AccessRule[]>();

/** Throws what Shopify answers to a field that the token's scopes do not reach. */
export function refuseUnlessGranted(
  parent: string,
  field: string,
  type: GraphQLOutputType,
  scopes: ReadonlySet<string>,
): void {
  const key = `${parent}.${field}`;
  let rules = known.get(key);
  if (!rules) {
    rules = rulesOf(parent, field, type);
    known.set(key, rules);
  }
  const broken = rules.find((rule) => !rule.scopes.some((scope) => scopes.has(scope)));
  if (!broken) return;
  throw new GraphQLError(`Access denied for ${field} field. Required access: ${broken.text}`, {
    extensions: { code: 'ACCESS_DENIED', documentation, requiredAccess: broken.text },
  });
}
