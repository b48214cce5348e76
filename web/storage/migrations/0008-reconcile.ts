import type { Knex } from 'knex';

/**
 * What the comparison with Shopify needs: of each order what was told of it last and when its holds were
 * compared; how far a shop has been compared; orders that were erased and must not come back.
 */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('orders', (t) => {
    t.text('told');
    t.bigInteger('looked_at').notNullable().defaultTo(0);
  });
  // Only what is to be looked at: held or not possible to hold, and nobody has decided.
  await db.raw(
    `create index orders_looked on orders (shop, looked_at, order_id) where hold_state in ('held', 'cannot') and not decided`,
  );
  await db.schema.createTable('reconciliations', (t) => {
    t.text('shop').primary();
    t.text('state').notNullable();
  });
  await db.schema.createTable('erased_orders', (t) => {
    t.text('shop').notNullable();
    t.text('order_id').notNullable();
    t.primary(['shop', 'order_id']);
  });
}
