import {
  type ExecutionResult,
  execute,
  type GraphQLFieldResolver,
  type GraphQLTypeResolver,
} from 'graphql';
import { kindOf } from '../ids.ts';
import { resolvers } from '../resolvers/index.ts';
import type { Context } from '../resolvers/types.ts';
import { loadAdminSchema } from '../schema/load.ts';
import { refuseUnlessGranted } from './access.ts';
import type { ReadDocument } from './documents.ts';

type Whole = Extract<ReadDocument, { ok: true }>;

/**
 * A field is answered by its resolver, else by the property of that name, else refused: what the
 * stand-in does not model must never look like an empty answer.
 */
const resolveField: GraphQLFieldResolver<unknown, Context> = (source, args, context, info) => {
  const parent = info.parentType.name;
  refuseUnlessGranted(parent, info.fieldName, info.returnType, context.scopes);
  const resolve = resolvers[parent]?.[info.fieldName];
  if (resolve) return resolve(source as never, args as never, context, info);
  if (typeof source === 'object' && source !== null && info.fieldName in source) {
    return Reflect.get(source, info.fieldName);
  }
  throw new Error(`${parent}.${info.fieldName} is not modelled by the store stand-in`);
};

const resolveType: GraphQLTypeResolver<unknown, Context> = (value) => {
  if (typeof value !== 'object' || value === null) return undefined;
  const named: unknown = Reflect.get(value, '__typename');
  if (typeof named === 'string') return named;
  const id: unknown = Reflect.get(value, 'gid') ?? Reflect.get(value, 'id');
  return typeof id === 'string' ? (kindOf(id) ?? undefined) : undefined;
};

/** Runs a validated document over a store. Mutations run one after another, as the specification has it. */
export function run(
  read: Whole,
  variables: Readonly<Record<string, unknown>>,
  context: Context,
): Promise<ExecutionResult> {
  return Promise.resolve(
    execute({
      schema: loadAdminSchema().schema,
      document: read.document,
      variableValues: { ...variables },
      contextValue: context,
      fieldResolver: resolveField,
      typeResolver: resolveType,
    }),
  );
}
