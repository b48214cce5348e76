import {
  type DocumentNode,
  Kind,
  parse,
  print,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { resolvers } from '../resolvers/index.ts';
import { loadAdminSchema } from '../schema/load.ts';

export interface ReplayedDocument {
  readonly query: string;
  readonly mutation: boolean;
  /** `Type.field` of the recording's version that the kept version of the API no longer has. */
  readonly skippedFields: readonly string[];
  /** Root fields that the stand-in does not model. */
  readonly notModelled: readonly string[];
}

/**
 * Recordings are older than the kept schema. A field that is gone is left out of the document and named in
 * `skippedFields`; where the recording itself shows a refused document, nothing is left out.
 */
export function fitDocument(query: string, refused: boolean): ReplayedDocument {
  const document = parse(query);
  const mutation = document.definitions.some(
    (each) => each.kind === Kind.OPERATION_DEFINITION && each.operation === 'mutation',
  );
  const root = resolvers[mutation ? 'Mutation' : 'QueryRoot'] ?? {};
  const notModelled = rootFields(document).filter((name) => !(name in root));
  if (refused || validate(loadAdminSchema().schema, document).length === 0) {
    return { query, mutation, skippedFields: [], notModelled };
  }
  const skippedFields: string[] = [];
  const fitted = withoutUnknownFields(document, skippedFields);
  return { query: print(fitted), mutation, skippedFields, notModelled };
}

function rootFields(document: DocumentNode): string[] {
  return document.definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION
      ? each.selectionSet.selections.flatMap((one) =>
          one.kind === Kind.FIELD && !one.name.value.startsWith('__') ? [one.name.value] : [],
        )
      : [],
  );
}

function withoutUnknownFields(document: DocumentNode, skipped: string[]): DocumentNode {
  const types = new TypeInfo(loadAdminSchema().schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        const parent = types.getParentType();
        const known = types.getFieldDef();
        if (known || node.name.value.startsWith('__') || !parent) return undefined;
        skipped.push(`${parent.name}.${node.name.value}`);
        return null;
      },
      InlineFragment: {
        leave: (node) => (node.selectionSet.selections.length === 0 ? null : undefined),
      },
    }),
  );
}

/** The same values without the keys that were left out of the document. */
export function withoutSkipped<T>(value: T, skipped: readonly string[]): T {
  const names = new Set(skipped.map((each) => each.split('.')[1]));
  const strip = (each: unknown): unknown => {
    if (Array.isArray(each)) return each.map(strip);
    if (typeof each !== 'object' || each === null) return each;
    return Object.fromEntries(
      Object.entries(each)
        .filter(([key]) => !names.has(key))
        .map(([key, inner]) => [key, strip(inner)]),
    );
  };
  return names.size === 0 ? value : (strip(value) as T);
}
