import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { loadAdminSchema } from '../schema/load.ts';
import { validationError, type WireError } from './shopify-errors.ts';

/** A document that was read once; an app sends the same few again and again. */
export type ReadDocument =
  | {
      readonly ok: true;
      readonly document: DocumentNode;
      readonly operation: OperationDefinitionNode;
      readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
    }
  | { readonly ok: false; readonly errors: readonly WireError[] };

const kept = new Map<string, ReadDocument>();
const mostKept = 500;

export function readDocument(query: string): ReadDocument {
  const known = kept.get(query);
  if (known) return known;
  if (kept.size >= mostKept) kept.clear();
  const read = parseAndValidate(query);
  kept.set(query, read);
  return read;
}

function parseAndValidate(query: string): ReadDocument {
  const document = parsed(query);
  if (document instanceof GraphQLError) return { ok: false, errors: [document.toJSON()] };
  const wrong = validate(loadAdminSchema().schema, document);
  if (wrong.length > 0) return { ok: false, errors: wrong.map(validationError) };
  const operation = document.definitions.find(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  );
  if (!operation) return { ok: false, errors: [{ message: 'No operation in the document' }] };
  const fragments = new Map(
    document.definitions
      .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each]),
  );
  return { ok: true, document, operation, fragments };
}

function parsed(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}
