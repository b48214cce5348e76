import type { IdMap } from './id-map.ts';
import { isObject, type Json, type RecordedError } from './recording.ts';

/** What the stand-in answered differently. */
export interface Difference {
  readonly exchange: string;
  readonly path: string;
  readonly recorded: unknown;
  readonly standIn: unknown;
}

type Found = Omit<Difference, 'exchange'>;

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const orderName = /^#D?\d+$/;
const gid = /^gid:\/\/shopify\//;
/** Texts that differ by nature; whether they are there at all is still compared. */
const opaque = new Set(['cursor', 'startCursor', 'endCursor', 'compareDigest']);

/** Shapes, enum values, messages and amounts must be alike; times, ids, names and cursors only of a kind. */
export function compareData(recorded: Json, own: Json, ids: IdMap, path = 'data'): Found[] {
  if (Array.isArray(recorded)) return compareLists(recorded, own, ids, path);
  if (isObject(recorded)) {
    if (!isObject(own)) return [{ path, recorded, standIn: own }];
    const keys = new Set([...Object.keys(recorded), ...Object.keys(own)]);
    return [...keys].flatMap((key) =>
      key in own && key in recorded
        ? compareData(recorded[key] ?? null, own[key] ?? null, ids, `${path}.${key}`)
        : [{ path: `${path}.${key}`, recorded: recorded[key], standIn: own[key] }],
    );
  }
  return sameLeaf(recorded, own, ids, path) ? [] : [{ path, recorded, standIn: own }];
}

function compareLists(recorded: readonly Json[], own: Json, ids: IdMap, path: string): Found[] {
  if (!Array.isArray(own) || own.length !== recorded.length) {
    return [{ path, recorded, standIn: own }];
  }
  return recorded.flatMap((each, index) =>
    compareData(each, own[index] ?? null, ids, `${path}[${index}]`),
  );
}

function sameLeaf(recorded: Json, own: Json, ids: IdMap, path: string): boolean {
  if (recorded === own) return true;
  if (typeof recorded !== 'string' || typeof own !== 'string') return false;
  const key = path.split('.').pop() ?? '';
  if (opaque.has(key)) return true;
  if (recorded.startsWith('gid://shopify/Job/')) return own.startsWith('gid://shopify/Job/');
  if (gid.test(recorded)) return gid.test(own) && ids.same(recorded, own);
  if (time.test(recorded)) return time.test(own);
  if (orderName.test(recorded)) return orderName.test(own);
  return ids.translate(recorded) === own;
}

const keyOf = (error: RecordedError): string =>
  JSON.stringify([
    error.message,
    error.extensions?.code ?? null,
    // Shopify writes the operation's name into the path of a refused document; graphql-js writes none.
    error.extensions?.code && /^[A-Z]/.test(error.extensions.code) ? (error.path ?? null) : null,
  ]);

/** Top-level errors by message, code and path, in any order. */
export function compareErrors(
  recorded: readonly RecordedError[],
  own: readonly RecordedError[],
): Found[] {
  const expected = new Set(recorded.map(keyOf));
  const given = new Set(own.map(keyOf));
  const missing = recorded.filter((each) => !given.has(keyOf(each)));
  const added = own.filter((each) => !expected.has(keyOf(each)));
  if (missing.length === 0 && added.length === 0) return [];
  return [{ path: 'errors', recorded: missing, standIn: added }];
}
