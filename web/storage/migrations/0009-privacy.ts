import type { Knex } from 'knex';

/** Who saw what, requests about personal data, and how far the sweep of old data has come (docs/privacy.md). */
export async function up(db: Knex): Promise<void> {
  /** One row for each person, thing and hour. No personal data of buyers: ids and codes only. */
  await db.schema.createTable('access_log', (t) => {
    t.text('shop').notNullable();
    /** Hours since 1970. */
    t.integer('hour').notNullable();
    t.text('user_id').notNullable();
    t.text('kind').notNullable();
    /** An order's id, an import's, a request's; '' for a list of many. */
    t.text('subject').notNullable();
    /** The first view of that hour. */
    t.bigInteger('at').notNullable();
    t.primary(['shop', 'hour', 'user_id', 'kind', 'subject']);
    t.index(['shop', 'subject', 'hour'], 'access_log_of_subject');
  });
  await db.schema.createTable('privacy_requests', (t) => {
    t.text('shop').notNullable();
    t.text('id').notNullable();
    t.text('kind').notNullable();
    t.text('state').notNullable();
    t.bigInteger('at').notNullable();
    t.bigInteger('due_at').notNullable();
    t.integer('orders').notNullable();
    t.bigInteger('done_at');
    t.text('done_by');
    /** Who it is about, sealed; null as soon as that is not needed any more. */
    t.binary('body');
    t.primary(['shop', 'id']);
    t.index(['shop', 'at'], 'privacy_requests_newest');
  });
  await db.schema.createTable('privacy_sweeps', (t) => {
    t.text('shop').primary();
    t.bigInteger('swept_at').notNullable();
    /** Orders that the last sweep erased. */
    t.integer('orders').notNullable();
    /** The log is bare of texts up to this line. */
    t.bigInteger('audit_at').notNullable();
    t.integer('audit_id').notNullable();
  });
  /** Of the whole database, not of a shop: `restored`. */
  await db.schema.createTable('marks', (t) => {
    t.text('name').primary();
    t.bigInteger('at').notNullable();
  });
}
