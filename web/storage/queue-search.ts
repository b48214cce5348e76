import type { Knex } from 'knex';
import type { RowFilter } from '../usecases/ports/queue-port.ts';
import type { Keyring } from './shop-keys.ts';

/** So many orders are named one by one; more are looked for row by row, and soon found. */
const mostNamed = 500;

/** Narrows rows to those with an order that agrees with what was typed. */
export async function foundRows(
  db: Knex,
  keyring: Keyring,
  shop: string,
  search: NonNullable<RowFilter['search']>,
  rows: Knex.QueryBuilder,
): Promise<void> {
  const keys = await keyring.of(db, shop);
  const matching = (): Knex.QueryBuilder =>
    'name' in search ? named(db, shop, search.name) : keyed(db, shop, search.keys.map(keys.hash));
  const groups: { group_id: number }[] = await db('cases')
    .where({ shop })
    .whereNotNull('group_id')
    .whereIn('order_id', matching().select('order_id'))
    .limit(mostNamed)
    .distinct('group_id');
  if (groups.length < mostNamed) {
    rows.whereIn(
      'id',
      groups.map(({ group_id }) => group_id),
    );
    return;
  }
  rows.whereExists(
    db('cases')
      .whereRaw('cases.shop = case_groups.shop and cases.group_id = case_groups.id')
      .whereIn('cases.order_id', matching().select('order_id')),
  );
}

/** A range, not LIKE: the prefix uses the index, and % or _ in it mean themselves. */
const named = (db: Knex, shop: string, name: string): Knex.QueryBuilder =>
  db('orders').where({ shop }).where('name', '>=', name).where('name', '<', `${name}\u{10ffff}`);

const keyed = (db: Knex, shop: string, hashes: readonly Buffer[]): Knex.QueryBuilder =>
  db('order_keys').where({ shop }).whereIn('key', hashes);
