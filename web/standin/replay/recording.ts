/** One recorded exchange with Shopify, as the recordings keep it. */
export interface Exchange {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>> | null;
  readonly response: { readonly data?: Json; readonly errors?: readonly RecordedError[] };
  readonly cost?: { readonly requestedQueryCost: number; readonly actualQueryCost: number | null };
}

export interface RecordedError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string; readonly requiredAccess?: string };
}

export interface Recording {
  readonly scenario: string;
  readonly apiVersion: string;
  readonly exchanges: readonly Exchange[];
}

export type Json = null | boolean | number | string | Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every object in a value, outermost first, with the key under which it stands. */
export function* objectsIn(
  value: unknown,
  key = '',
): Generator<{ key: string; object: JsonObject }> {
  if (Array.isArray(value)) for (const each of value) yield* objectsIn(each, key);
  else if (isObject(value)) {
    yield { key, object: value };
    for (const [name, each] of Object.entries(value)) yield* objectsIn(each, name);
  }
}

const idPattern = /gid:\/\/shopify\/[A-Za-z]+\/[^\s"'?,)]+(\?[^\s"',)]*)?/g;

/** Every Shopify id in a value, in order, each once. */
export function idsIn(value: unknown): string[] {
  return [...new Set(JSON.stringify(value ?? null).match(idPattern) ?? [])];
}

/** Reads a recording and refuses a file of another shape, in words. */
export function readRecording(text: string): Recording {
  const value: unknown = JSON.parse(text);
  if (!isObject(value) || !Array.isArray(value.exchanges)) {
    throw new Error('not a recording: it has no list of exchanges');
  }
  const exchanges = value.exchanges.map((each, index): Exchange => {
    if (!isObject(each) || typeof each.query !== 'string' || !isObject(each.response)) {
      throw new Error(`exchange ${index} has no query or no response`);
    }
    return { ...(each as unknown as Exchange), name: String(each.name ?? index) };
  });
  return {
    scenario: String(value.scenario ?? ''),
    apiVersion: String(value.apiVersion ?? '2026-10'),
    exchanges,
  };
}
