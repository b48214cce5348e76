/** Where ids come from. `kind` is a GraphQL type name; the answer is the digits of a legacy id. */
export type IdSource = (kind: string) => string;

/** Thirteen digits like Shopify's today, counting up from a different start for each kind. */
export function countingIds(): IdSource {
  const last = new Map<string, number>();
  return (kind) => {
    const start = 5_500_000_000_000 + (hash(kind) % 900) * 1_000_000_000;
    const next = (last.get(kind) ?? start) + 32_768;
    last.set(kind, next);
    return String(next);
  };
}

function hash(text: string): number {
  let value = 7;
  for (const letter of text) value = (value * 31 + letter.charCodeAt(0)) % 1_000_003;
  return value;
}

export const gid = (kind: string, id: string): string => `gid://shopify/${kind}/${id}`;

/** `gid://shopify/Order/12` → `Order`; null where the text is no such id. */
export const kindOf = (id: string): string | null =>
  /^gid:\/\/shopify\/([A-Za-z]+)\//.exec(id)?.[1] ?? null;

/** The part after the last slash, without a query. */
export const legacyId = (id: string): string => (id.split('/').pop() ?? '').split('?')[0] ?? '';

/** A text in the form of a UUID, made from the next id of its kind. */
export function newUuid(ids: IdSource, kind: string): string {
  const digits = ids(kind).padStart(32, '0');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
