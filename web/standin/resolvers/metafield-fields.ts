import { createHash } from 'node:crypto';
import { legacyId } from '../ids.ts';
import { isoTime } from '../rest/times.ts';
import type { Metafield } from '../state.ts';
import type { Store } from '../store.ts';
import { type Context, connection, fields, type PageArgs } from './types.ts';

/** `$app` and `$app:x` are the app's own namespaces: kept as `app--<id>` and `app--<id>--x`. */
export function resolveNamespace(store: Store, namespace: string | null | undefined): string {
  const own = `app--${legacyId(store.app.gid)}`;
  if (namespace == null || namespace === '' || namespace === '$app') return own;
  return namespace.startsWith('$app:') ? `${own}--${namespace.slice(5)}` : namespace;
}

export const metafieldsOf = (store: Store, owner: string): Metafield[] =>
  store.state.metafields.filter((each) => each.owner === owner);

export function ownedMetafield(
  owner: { gid: string },
  args: { namespace?: string | null; key: string },
  { store }: Context,
): Metafield | null {
  const namespace = resolveNamespace(store, args.namespace);
  return (
    metafieldsOf(store, owner.gid).find(
      (each) => each.namespace === namespace && each.key === args.key,
    ) ?? null
  );
}

export function ownedMetafields(
  owner: { gid: string },
  args: PageArgs & { namespace?: string | null },
  { store }: Context,
) {
  const all = metafieldsOf(store, owner.gid);
  const namespace = args.namespace == null ? null : resolveNamespace(store, args.namespace);
  return connection(
    all.filter((each) => namespace === null || each.namespace === namespace),
    args,
  );
}

export const digestOf = (metafield: Metafield): string =>
  createHash('sha256').update(metafield.value).digest('hex');

export const metafieldFields = {
  Metafield: fields<Metafield>({
    id: (each) => each.gid,
    legacyResourceId: (each) => legacyId(each.gid),
    jsonValue: (each) => jsonValue(each),
    compareDigest: digestOf,
    createdAt: (each) => isoTime(each.createdAt),
    updatedAt: (each) => isoTime(each.updatedAt),
    ownerType: (each) => (/\/([A-Za-z]+)\/[^/]*$/.exec(each.owner)?.[1] ?? '').toUpperCase(),
    sizeInBytes: (each) => Buffer.byteLength(each.value),
  }),
};

function jsonValue(each: Metafield): unknown {
  if (!/^(json|list\.|boolean|number)/.test(each.type)) return each.value;
  try {
    return JSON.parse(each.value);
  } catch {
    return each.value;
  }
}
