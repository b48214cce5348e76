import type { Knex } from 'knex';

/** What was told to Shopify's checkout, and what was found there; JSON, no personal data. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('checkout', (t) => {
    t.text('shop').primary();
    t.text('deployment');
    t.text('finding');
  });
}
