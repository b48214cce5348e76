import { createHash } from 'node:crypto';
import type { GuardMetafield, StandingGuard, WantedGuard } from '../ports/checkout-port.ts';

/** What must be sent so that what stands becomes what is wanted; nothing where it is so already. */
export interface GuardChanges {
  readonly remove: readonly StandingGuard[];
  readonly update: readonly { readonly id: string; readonly wanted: WantedGuard }[];
  /** Keys of metafields that nothing writes any more. */
  readonly drop: readonly { readonly id: string; readonly keys: readonly string[] }[];
  readonly create: readonly WantedGuard[];
}

/** Matched by their order: titles can be changed in Shopify's settings. Sent twice, it changes nothing. */
export function planGuards(
  wanted: readonly WantedGuard[],
  standing: readonly StandingGuard[],
): GuardChanges {
  const pairs = wanted.flatMap((want, at) => {
    const stands = standing[at];
    return stands === undefined ? [] : [{ want, stands }];
  });
  return {
    remove: standing.slice(wanted.length),
    update: pairs
      .filter(({ want, stands }) => !isSame(want, stands))
      .map(({ want, stands }) => ({ id: stands.id, wanted: want })),
    drop: pairs.flatMap(({ want, stands }) => {
      const keys = staleKeys(want, stands);
      return keys.length === 0 ? [] : [{ id: stands.id, keys }];
    }),
    create: wanted.slice(standing.length),
  };
}

const isSame = (want: WantedGuard, stands: StandingGuard): boolean =>
  want.title === stands.title &&
  want.enabled === stands.enabled &&
  !stands.blockOnFailure &&
  want.metafields.every(({ key, value }) => digestOf(value) === digestsOf(stands)[key]);

const staleKeys = (want: WantedGuard, stands: StandingGuard): string[] => {
  const known = new Set(want.metafields.map(({ key }) => key));
  return stands.metafields.map(({ key }) => key).filter((key) => !known.has(key));
};

export const digestsOf = ({
  metafields,
}: {
  readonly metafields: readonly GuardMetafield[];
}): Record<string, string> =>
  Object.fromEntries(metafields.map(({ key, value }) => [key, digestOf(value)]));

/** Of the meaning, not the spelling: Shopify may give JSON back with its keys in another order. */
export function digestOf(json: string): string {
  return createHash('sha256').update(canonical(json)).digest('base64url').slice(0, 22);
}

function canonical(json: string): string {
  try {
    return JSON.stringify(sorted(JSON.parse(json)));
  } catch {
    return json;
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}
