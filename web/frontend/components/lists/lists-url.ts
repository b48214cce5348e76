import { listKinds } from '../../../contract/list-kinds.ts';
import type { ListKind } from '../../../contract/lists.ts';

/** What the list is narrowed to; it lives in the address bar so that it can be shared. */
export interface ListsFilter {
  readonly kind: ListKind | null;
  readonly q: string;
}

export function readListsFilter(params: URLSearchParams): ListsFilter {
  const asked = params.get('kind');
  return {
    kind: listKinds.find((known) => known === asked) ?? null,
    q: params.get('q')?.slice(0, 300) ?? '',
  };
}

/** Replaces only our own two parameters: Shopify's stand in the same address. */
export function writeListsFilter(params: URLSearchParams, filter: ListsFilter): URLSearchParams {
  const next = new URLSearchParams(params);
  put(next, 'kind', filter.kind ?? '');
  put(next, 'q', filter.q.trim());
  return next;
}

/** The query of `GET /api/lists`. */
export function listsPath(filter: ListsFilter, cursor: string | null): string {
  const query = writeListsFilter(new URLSearchParams(), filter);
  if (cursor !== null) query.set('cursor', cursor);
  return pathWith('/api/lists', query);
}

/** The query of `GET /api/lists/export`: a search does not narrow what is exported. */
export const exportPath = ({ kind }: ListsFilter): string =>
  pathWith('/api/lists/export', new URLSearchParams(kind === null ? {} : { kind }));

function pathWith(path: string, query: URLSearchParams): string {
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

function put(params: URLSearchParams, name: string, value: string): void {
  if (value === '') params.delete(name);
  else params.set(name, value);
}
