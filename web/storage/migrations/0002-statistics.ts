import type { Knex } from 'knex';

/**
 * Statistics that follow the orders: each order knows what it adds (`figures`: currency, total, most
 * pieces of a line, lines; '' for nothing) and what of it was counted already.
 */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('orders', (t) => {
    t.text('figures').notNullable().defaultTo('');
    t.text('figures_counted').notNullable().defaultTo('');
  });
  await db.schema.createTable('histograms', (t) => {
    t.text('shop').notNullable();
    t.text('currency').notNullable();
    t.integer('orders').notNullable();
    t.text('body').notNullable();
    t.primary(['shop', 'currency']);
  });
  // Both hold all that is asked: the columns stand behind the order's body, which is long to skip.
  await db.raw(
    'create index orders_uncounted on orders (shop, order_id, created_at, figures, figures_counted) where figures <> figures_counted',
  );
  await db.raw(
    `create index orders_counted on orders (shop, created_at, order_id, figures, figures_counted) where figures_counted <> ''`,
  );
  await countStored(db);
}

/** The currency of a stored order is in its sealed body; a shop has one. */
async function countStored(db: Knex): Promise<void> {
  const shops: { shop: string; info: string | null }[] = await db('shops').select('shop', 'info');
  for (const { shop, info } of shops) {
    const currency: string = info === null ? 'JPY' : (JSON.parse(info).currency ?? 'JPY');
    await db('orders')
      .where({ shop, counted: true })
      .where('total', '>', 0)
      .update({
        figures: db.raw(`? || ' ' || total || ' ' || max_quantity || ' ' || lines`, [currency]),
      });
  }
}
