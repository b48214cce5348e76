import { type Level, levels, type OrderState, orderStates } from '../../contract/level.ts';

/** What the list of orders is narrowed to; it lives in the address bar so that it can be shared. */
export interface OrdersFilter {
  readonly level: readonly Level[];
  readonly state: readonly OrderState[];
  readonly q: string;
}

/** Unknown words in an old or mistyped address are left out instead of breaking the page. */
export function readFilter(params: URLSearchParams): OrdersFilter {
  return {
    level: pick(params.get('level'), levels),
    state: pick(params.get('state'), orderStates),
    q: params.get('q')?.slice(0, 200) ?? '',
  };
}

/** Replaces only our own three parameters: Shopify's stand in the same address. */
export function writeFilter(params: URLSearchParams, filter: OrdersFilter): URLSearchParams {
  const next = new URLSearchParams(params);
  put(next, 'level', filter.level.join(','));
  put(next, 'state', filter.state.join(','));
  put(next, 'q', filter.q.trim());
  return next;
}

export function isEmptyFilter(filter: OrdersFilter): boolean {
  return filter.level.length === 0 && filter.state.length === 0 && filter.q.trim() === '';
}

/** The query of `GET /api/orders`. */
export function ordersPath(filter: OrdersFilter, cursor: string | null): string {
  const query = writeFilter(new URLSearchParams(), filter);
  if (cursor !== null) query.set('cursor', cursor);
  const text = query.toString();
  return text === '' ? '/api/orders' : `/api/orders?${text}`;
}

function pick<T extends string>(text: string | null, known: readonly T[]): T[] {
  const words = new Set((text ?? '').split(','));
  return known.filter((word) => words.has(word));
}

function put(params: URLSearchParams, name: string, value: string): void {
  if (value === '') params.delete(name);
  else params.set(name, value);
}
