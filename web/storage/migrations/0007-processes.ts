import type { Knex } from 'knex';

/** What several processes on one database agree by. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('leases', (t) => {
    t.text('purpose').notNullable();
    /** The shop, mostly. */
    t.text('name').notNullable();
    t.text('owner').notNullable();
    /** Epoch milliseconds by the database's clock. */
    t.bigInteger('until').notNullable();
    t.primary(['purpose', 'name']);
  });
  await db.schema.createTable('budgets', (t) => {
    t.text('shop').primary();
    /** JSON, as the room that spends it writes it. */
    t.text('state').notNullable();
  });
}
