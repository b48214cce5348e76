import type { Knex } from 'knex';

/** How an order ended (`usecases/judging/order-outcome-kind.ts`), readable without opening its body. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('orders', (t) => {
    t.text('ending').notNullable().defaultTo('open');
    t.dropIndex(['shop', 'created_at', 'order_id'], 'orders_newest');
  });
  await db('orders').update({
    ending: db.raw(
      `case state when 'approved' then 'good' when 'shipped' then 'shipped' when 'cancelled' then 'other' else 'open' end`,
    ),
  });
  await db.raw(
    `create index orders_ended_badly on orders (shop, ending, order_id) where ending in ('fraud', 'refused', 'dispute')`,
  );
  // The same index, with the ending in it: thousands of orders are told apart without being read.
  await db.schema.alterTable('orders', (t) => {
    t.index(['shop', 'created_at', 'order_id', 'ending'], 'orders_newest');
  });
}
