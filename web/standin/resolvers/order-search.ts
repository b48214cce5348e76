import { legacyId } from '../ids.ts';
import { cents } from '../money.ts';
import { financialStatus } from '../orders.ts';
import type { Order } from '../state.ts';
import type { Context } from './types.ts';

const sixtyDays = 60 * 86_400_000;

/** Orders that an app may see: older than 60 days only with `read_all_orders`. */
export function isVisible(order: Order, { store, scopes }: Context): boolean {
  return scopes.has('read_all_orders') || order.createdAt >= store.now() - sixtyDays;
}

/**
 * Shopify's search syntax as far as an app of this kind needs it: `key:value` terms, all of which must
 * hold, with `>`, `>=`, `<`, `<=` before times and amounts. A key that is not known matches nothing here
 * (Shopify ignores it), so that a typing error shows.
 */
export function searchOrders(
  orders: readonly Order[],
  query: string | null | undefined,
  context: Context,
): Order[] {
  const term = /(?:([a-z_]+):)?((?:[<>]=?)?(?:"[^"]*"|'[^']*'|\S+))/g;
  const terms = [...(query ?? '').matchAll(term)]
    .map(([, key, value]) => ({
      key,
      value: (value ?? '').replace(/^([<>]=?)?["'](.*)["']$/, '$1$2'),
    }))
    .filter((term) => term.key !== undefined || term.value.toUpperCase() !== 'AND');
  const indexed = terms.length === 0 ? orders : orders.flatMap((order) => inIndex(order, context));
  const found = new Set(
    indexed
      .filter((order) => terms.every((term) => matches(order, term, context)))
      .map(({ gid }) => gid),
  );
  return orders.filter((order) => found.has(order.gid) && isVisible(order, context));
}

/** An order as the search knows it: a change reaches it some time after it has happened. */
function inIndex(order: Order, { store }: Context): Order[] {
  const isLate = (at: number) => store.now() - at < store.settings.searchLagMs;
  if (!isLate(order.updatedAt)) return [order];
  return isLate(order.createdAt) ? [] : [{ ...order, updatedAt: order.createdAt }];
}

/** Shopify's times have whole seconds. */
const seconds = (at: number) => at - (at % 1000);

function matches(
  order: Order,
  term: { key: string | undefined; value: string },
  { store }: Context,
): boolean {
  const { key, value } = term;
  switch (key) {
    case undefined:
      return order.name.includes(value) || order.email === value;
    case 'id':
      return compares(Number(legacyId(order.gid)), value, Number);
    case 'name':
      return order.name.replace('#', '') === value.replace('#', '');
    case 'email':
      return order.email === value;
    case 'tag':
      return order.tags.some((tag) => tag.toLowerCase() === value.toLowerCase());
    case 'tag_not':
      return !order.tags.some((tag) => tag.toLowerCase() === value.toLowerCase());
    case 'test':
      return order.test === (value === 'true');
    case 'created_at':
    case 'processed_at':
      return compares(seconds(order.createdAt), value, Date.parse);
    case 'updated_at':
      return compares(seconds(order.updatedAt), value, Date.parse);
    case 'total_price':
      return compares(
        order.lineItems.reduce((all, line) => all + line.unitPrice.shop * line.quantity, 0),
        value,
        cents,
      );
    case 'financial_status':
      return financialStatus(order, store.now())?.toLowerCase() === value.toLowerCase();
    case 'status':
      return hasStatus(order, value);
    default:
      return false;
  }
}

function hasStatus(order: Order, status: string): boolean {
  if (status === 'any') return true;
  if (status === 'cancelled') return order.cancelledAt !== null;
  return status === 'closed' ? order.closedAt !== null : order.closedAt === null;
}

function compares(actual: number, text: string, read: (text: string) => number): boolean {
  const [, sign, rest] = /^(>=|<=|>|<)?(.*)$/.exec(text) ?? [];
  const wanted = read(rest ?? '');
  switch (sign) {
    case '>=':
      return actual >= wanted;
    case '<=':
      return actual <= wanted;
    case '>':
      return actual > wanted;
    case '<':
      return actual < wanted;
    default:
      return actual === wanted;
  }
}

export function sortOrders(orders: readonly Order[], key: string | null | undefined): Order[] {
  const by: (order: Order) => number =
    key === 'UPDATED_AT' ? (order) => order.updatedAt : (order) => order.createdAt;
  return [...orders].sort((a, b) => by(a) - by(b) || a.number - b.number);
}
