/** Shopify's official schema of a function, and what it says of our query, inputs and outputs. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  buildSchema,
  coerceInputValue,
  type DocumentNode,
  executeSync,
  type GraphQLSchema,
  parse,
  validate,
} from 'graphql';
import type { CheckoutFunction } from '../../../web/usecases/ports/checkout-function-port.ts';

export const extensionsFolder = path.join(import.meta.dirname, '../../../extensions');

const queryFiles: Readonly<Record<CheckoutFunction, string>> = {
  'payment-guard': 'cart_payment_methods_transform_run',
  'checkout-guard': 'cart_validations_generate_run',
};
const targets: Readonly<Record<CheckoutFunction, string>> = {
  'payment-guard': 'cartPaymentMethodsTransformRun',
  'checkout-guard': 'cartValidationsGenerateRun',
};

export interface FunctionSchema {
  readonly queryText: string;
  readonly query: DocumentNode;
  /** Faults of the query itself. */
  readonly queryErrors: readonly string[];
  /** What the query would make of this input: the same, unless it has more, less or other than it asks. */
  readonly answerTo: (input: unknown) => { data: unknown; errors: readonly string[] };
  /** Faults of an output. */
  readonly outputErrors: (output: unknown) => readonly string[];
}

export function functionSchema(name: CheckoutFunction): FunctionSchema {
  const folder = path.join(extensionsFolder, name);
  const schema = buildSchema(readFileSync(path.join(folder, 'schema.graphql'), 'utf8'));
  const queryText = readFileSync(path.join(folder, `src/${queryFiles[name]}.graphql`), 'utf8');
  const query = parse(queryText);
  return {
    queryText,
    query,
    queryErrors: validate(schema, query).map(({ message }) => message),
    answerTo: (input) => answer(schema, query, input),
    outputErrors: (output) => outputErrors(schema, targets[name], output),
  };
}

/** Each field is read by the name under which the query asks for it. */
function answer(schema: GraphQLSchema, document: DocumentNode, rootValue: unknown) {
  const { data, errors } = executeSync({
    schema,
    document,
    rootValue,
    fieldResolver: (source, _args, _context, info) => source[info.path.key],
    typeResolver: () => 'ProductVariant',
  });
  return { data: plain(data), errors: (errors ?? []).map(({ message }) => message) };
}

const plain = (data: unknown): unknown => JSON.parse(JSON.stringify(data));

function outputErrors(schema: GraphQLSchema, target: string, output: unknown): string[] {
  const argument = schema.getMutationType()?.getFields()[target]?.args[0];
  if (!argument) throw new Error(`the schema has no target ${target}`);
  const errors: string[] = [];
  coerceInputValue(output, argument.type, (where, _value, { message }) => {
    errors.push(`${where.join('.')}: ${message}`);
  });
  return errors;
}
