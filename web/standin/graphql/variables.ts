import {
  coerceInputValue,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputType,
  isNonNullType,
  type OperationDefinitionNode,
  print,
  typeFromAST,
  valueFromAST,
} from 'graphql';
import type { WireError } from './shopify-errors.ts';

type Values = Readonly<Record<string, unknown>>;

interface Problem {
  readonly path: readonly (string | number)[];
  readonly explanation: string;
}

/** Variables after coercion and defaults, or Shopify's INVALID_VARIABLE for each that does not fit. */
export function readVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Values,
): { ok: true; values: Values } | { ok: false; errors: WireError[] } {
  const values: Record<string, unknown> = {};
  const errors: WireError[] = [];
  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type as never);
    if (!type || !isInputType(type)) continue;
    if (given[name] === undefined && definition.defaultValue) {
      values[name] = valueFromAST(definition.defaultValue, type);
      continue;
    }
    if (given[name] === undefined && !isNonNullType(type)) continue;
    const problems: Problem[] = [];
    values[name] = coerce(given[name] ?? null, type, problems);
    if (problems.length > 0) {
      const { line, column } = definition.loc?.startToken ?? { line: 1, column: 1 };
      errors.push({
        ...invalidVariable(name, print(definition.type), given[name] ?? null, problems),
        locations: [{ line, column }],
      });
    }
  }
  return errors.length === 0 ? { ok: true, values } : { ok: false, errors };
}

function coerce(value: unknown, type: GraphQLInputType, problems: Problem[]): unknown {
  return coerceInputValue(value, type, (path, _value, error) => {
    const unknown = /^Field "(\w+)" is not defined by type "(\w+)"/.exec(error.message);
    if (unknown) {
      const [, field = '', owner = ''] = unknown;
      const explanation = `Field is not defined on ${owner}`;
      problems.push({ path: [...path, field], explanation });
      return;
    }
    const missing = /^Field "(\w+)" of required type/.exec(error.message);
    problems.push(
      missing
        ? { path: [...path, missing[1] ?? ''], explanation: 'Expected value to not be null' }
        : { path, explanation: explain(error.message) },
    );
  });
}

function explain(message: string): string {
  return /not to be null/.test(message) ? 'Expected value to not be null' : message;
}

function invalidVariable(
  name: string,
  type: string,
  value: unknown,
  problems: readonly Problem[],
): WireError {
  const details = problems
    .map(({ path, explanation }) =>
      path.length === 0 ? explanation : `${path.join('.')} (${explanation})`,
    )
    .join(', ');
  const which = problems.some(({ path }) => path.length > 0) ? ` for ${details}` : '';
  return {
    message: `Variable $${name} of type ${type} was provided invalid value${which}`,
    extensions: { code: 'INVALID_VARIABLE', value, problems },
  };
}
