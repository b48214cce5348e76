import { codeOf, isDenied, type ReplyError } from './reply.ts';

type Tree = { [key: string]: unknown };

/**
 * Takes out of a query's data what Shopify could not give: a denied or failed field arrives as null,
 * which would read as "the buyer left it empty". Without the key it is unknown, and what cannot be
 * without it is refused by the answer's shape. A field that may not be null takes its parents along.
 */
export function withoutFailedFields(
  data: Readonly<Record<string, unknown>>,
  errors: readonly ReplyError[],
): Readonly<Record<string, unknown>> {
  const paths = errors.filter(isMissing).flatMap((error) => (error.path ? [error.path] : []));
  if (paths.length === 0) return data;
  const copy: Tree = structuredClone(data);
  for (const path of paths) prune(copy, path);
  return copy;
}

/** "No such thing" is an answer, null is right for it. */
export function isMissing(error: ReplyError): boolean {
  return isDenied(error) || codeOf(error) !== 'RESOURCE_NOT_FOUND';
}

function prune(root: Tree, path: readonly (string | number)[]): void {
  let parent: unknown = root;
  for (const key of path) {
    if (!isTree(parent) || !Object.hasOwn(parent, key)) return;
    const value: unknown = parent[key];
    if (value === null) {
      delete parent[key];
      return;
    }
    parent = value;
  }
}

/** Lists too: their places are keys of theirs. A hole in a list is refused by the shape. */
function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null;
}
