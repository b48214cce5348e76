import type { Knex } from 'knex';
import type { RowFilter } from '../usecases/ports/queue-port.ts';
import type { Keyring, ShopKeys } from './shop-keys.ts';

/** So many rows are named one by one; where there are more, row after row is looked at, and soon found. */
const mostNamed = 500;

/**
 * How rows of the queue are narrowed to those with an order that agrees with what was typed. CROSS JOIN: without it SQLite
 * reads every case of the shop, and looks whether its order agrees.
 */
export async function rowsWith(
  db: Knex,
  keyring: Keyring,
  shop: string,
  search: NonNullable<RowFilter['search']>,
): Promise<(rows: Knex.QueryBuilder) => Knex.QueryBuilder> {
  const matching =
    'name' in search ? named(search.name) : keyed(await keyring.of(db, shop), search.keys);
  const ofMatch = 'cases.shop = agreeing.shop and cases.order_id = agreeing.order_id';
  const found: { group_id: number | null }[] = await db
    .from(`${matching.table} as agreeing`)
    .joinRaw('cross join cases')
    .where('agreeing.shop', shop)
    .whereRaw(matching.agrees, [...matching.values])
    .whereRaw(ofMatch)
    .limit(mostNamed)
    .distinct('cases.group_id');
  if (found.length < mostNamed) {
    // Neither the shop nor "is not null": SQLite would read the whole queue for fear of some rows.
    const ids = found.flatMap(({ group_id }) => group_id ?? []);
    return (rows) => rows.whereIn('id', ids);
  }
  const agreeing = () =>
    db
      .from('cases')
      .joinRaw(`cross join ${matching.table} as agreeing`)
      .whereRaw('cases.shop = case_groups.shop and cases.group_id = case_groups.id')
      .whereRaw(ofMatch)
      .whereRaw(matching.agrees, [...matching.values]);
  return (rows) => rows.where({ shop }).whereExists(agreeing());
}

interface Matching {
  readonly table: 'orders' | 'order_keys';
  readonly agrees: string;
  readonly values: readonly (string | Buffer)[];
}

/** A range, not LIKE: the prefix uses the index, and % or _ in it mean themselves. */
const named = (name: string): Matching => ({
  table: 'orders',
  agrees: 'agreeing.name >= ? and agreeing.name < ?',
  values: [name, `${name}\u{10ffff}`],
});

const keyed = (own: ShopKeys, keys: readonly string[]): Matching => ({
  table: 'order_keys',
  agrees: `agreeing.key in (${keys.map(() => '?').join(', ')})`,
  values: keys.map((key) => own.hash(key)),
});
