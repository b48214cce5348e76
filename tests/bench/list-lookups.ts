import { keysToFind } from '../../web/risk/list-keys.ts';
import { listMatchesOf } from '../../web/risk/list-match.ts';
import { rowOfEntry } from '../../web/risk/list-row.ts';
import type { OrderFacts } from '../../web/risk/order-facts.ts';
import { coldShop } from '../../web/usecases/judging/shop-histogram.ts';
import type { Tables } from '../../web/usecases/ports/storage-port.ts';
import { identityOf, personOf } from './list-people.ts';

/** Milliseconds of each look-up, and how many of the orders that had to be found were. */
export interface LookUps {
  readonly exact: number[];
  readonly similar: number[];
  readonly recall: number;
  /** Entries fetched for an order, on average. */
  readonly fetched: number;
  /** Milliseconds of a statement that reads one row by a key, between the look-ups: what the machine itself takes. */
  readonly oneRow: number[];
}

/** Sequence number of the person whose entry the order resembles; null: a stranger. */
export interface AskedOrder {
  readonly order: OrderFacts;
  readonly resembles: number | null;
}

/**
 * Every other order resembles somebody on the list: the same block in another spelling and another
 * room, and the e-mail with other digits. The rest are strangers from the same towns.
 */
export function askedOrders(count: number, listed: number): AskedOrder[] {
  return Array.from({ length: count }, (_, n) => {
    const resembles = n % 2 === 0 ? (n * 7_919) % listed : null;
    const person = personOf(resembles ?? listed + n);
    const { address } = identityOf(person);
    const shipping = {
      ...address,
      lastName: person.lastName,
      firstName: person.firstName,
      address1: (address?.address1 ?? '').replace(/丁目|番地?/g, '-').replace('号', ''),
      address2: (address?.address2 ?? '').replace(/\d+号室/, '1999'),
    };
    const email = person.email.replace(/\d+@/, `${n}@`);
    const order = {
      ...{ id: String(n), createdAt: '2026-11-22T12:00:00+09:00', email, shipping },
      ...{ phone: '090-0000-0000', clientIp: `198.18.${n % 250}.7`, total: 5_000 },
    };
    return { order, resembles };
  });
}

const mostEntries = 50;
const grades: ReadonlySet<string> = new Set(['exact', 'similar']);

/** One after another, as the app judges: keys, one statement, opening, comparing. */
export async function lookUp(
  { lists, tasks }: Pick<Tables, 'lists' | 'tasks'>,
  shop: string,
  orders: readonly AskedOrder[],
): Promise<LookUps> {
  const [exact, similar, oneRow]: [number[], number[], number[]] = [[], [], []];
  let [fetched, wanted, found] = [0, 0, 0];
  for (const { order, resembles } of orders) {
    const before = performance.now();
    await tasks.stateOf(shop, 'refresh-statistics', 'daily');
    const since = performance.now();
    oneRow.push(since - before);
    const keys = keysToFind({ order, shop: coldShop });
    const asked = performance.now();
    const entries = await lists.matching(shop, keys, Date.now(), mostEntries);
    exact.push(performance.now() - asked);
    const history = { blocklist: entries.map(rowOfEntry) };
    const matches = listMatchesOf({ order, shop: coldShop, history, staffChecks: {} }) ?? [];
    similar.push(performance.now() - since);
    fetched += entries.length;
    if (resembles === null) continue;
    wanted += 1;
    const same = new Set(
      entries
        .filter(({ identity }) => identity.emails[0] === personOf(resembles).email)
        .map(({ id }) => id),
    );
    if (matches.some(({ id, grade }) => grades.has(grade) && id !== null && same.has(id)))
      found += 1;
  }
  return { exact, similar, oneRow, recall: found / wanted, fetched: fetched / orders.length };
}
