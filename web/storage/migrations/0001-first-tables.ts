import type { Knex } from 'knex';

/** Times are epoch milliseconds; `body` columns are AES-256-GCM blobs bound to shop, table and row. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('shops', (t) => {
    t.text('shop').primary();
    t.text('state').notNullable();
    t.bigInteger('created_at').notNullable();
    t.bigInteger('installed_at');
    t.binary('keys').notNullable();
    t.text('settings').notNullable();
    t.integer('settings_revision').notNullable();
    t.text('info');
    t.text('missing_scopes').notNullable().defaultTo('[]');
    t.text('statistics');
    t.text('drain_owner');
    t.bigInteger('drain_until');
  });
  await db.schema.createTable('tokens', (t) => {
    t.text('shop').notNullable();
    t.text('kind').notNullable();
    t.text('user_id').notNullable();
    t.binary('body').notNullable();
    t.bigInteger('expires_at');
    t.primary(['shop', 'kind', 'user_id']);
  });
  await db.schema.createTable('payment_names', (t) => {
    t.text('shop').notNullable();
    t.text('name').notNullable();
    t.integer('orders').notNullable();
    t.bigInteger('last_seen_at').notNullable();
    t.primary(['shop', 'name']);
  });
  await workTables(db);
  await orderTables(db);
  await staffTables(db);
}

async function workTables(db: Knex): Promise<void> {
  await db.schema.createTable('inbox', (t) => {
    t.increments('id');
    t.text('shop').notNullable();
    t.text('webhook_id').notNullable();
    t.text('topic').notNullable();
    t.bigInteger('received_at').notNullable();
    t.text('state').notNullable();
    t.binary('body');
    t.unique(['shop', 'webhook_id']);
  });
  await db.schema.createTable('tasks', (t) => {
    t.increments('id');
    t.text('shop').notNullable();
    t.text('kind').notNullable();
    t.text('key').notNullable();
    t.text('subject');
    t.integer('priority').notNullable();
    t.bigInteger('run_at').notNullable();
    t.text('state').notNullable();
    t.integer('attempts').notNullable().defaultTo(0);
    t.integer('again').notNullable().defaultTo(0);
    t.text('error');
    t.bigInteger('created_at').notNullable();
    t.unique(['shop', 'kind', 'key']);
    t.index(['state', 'run_at', 'shop'], 'tasks_due');
    t.index(['shop', 'state', 'priority', 'run_at', 'id'], 'tasks_of_shop');
  });
}

async function orderTables(db: Knex): Promise<void> {
  await db.schema.createTable('orders', (t) => {
    t.text('shop').notNullable();
    t.text('order_id').notNullable();
    t.text('name').notNullable();
    t.bigInteger('created_at').notNullable();
    t.bigInteger('first_seen_at').notNullable();
    t.bigInteger('judged_at').notNullable();
    t.text('level').notNullable();
    t.integer('points').notNullable();
    t.integer('checks').notNullable();
    t.text('state').notNullable();
    t.text('hold_state').notNullable();
    t.boolean('acting').notNullable();
    t.boolean('wants_hold').notNullable();
    t.boolean('would_hold').notNullable();
    t.boolean('decided').notNullable();
    t.boolean('counted').notNullable();
    t.decimal('total', 20, 4);
    t.integer('max_quantity').notNullable();
    t.integer('lines').notNullable();
    t.binary('body').notNullable();
    t.primary(['shop', 'order_id']);
    t.index(['shop', 'created_at', 'order_id'], 'orders_newest');
    t.index(['shop', 'state', 'level', 'created_at'], 'orders_state');
    t.index(['shop', 'hold_state'], 'orders_hold');
    t.index(['shop', 'name'], 'orders_name');
  });
  await db.schema.createTable('order_keys', (t) => {
    t.text('shop').notNullable();
    t.binary('key').notNullable();
    t.text('order_id').notNullable();
    t.bigInteger('created_at').notNullable();
    t.primary(['shop', 'key', 'order_id']);
    t.index(['shop', 'order_id'], 'order_keys_of_order');
  });
  await db.schema.createTable('order_signals', (t) => {
    t.text('shop').notNullable();
    t.text('order_id').notNullable();
    t.text('signal').notNullable();
    t.integer('points').notNullable();
    t.primary(['shop', 'order_id', 'signal']);
  });
  await db.schema.createTable('effects', (t) => {
    t.text('shop').notNullable();
    t.text('order_id').notNullable();
    t.text('kind').notNullable();
    t.text('target').notNullable();
    t.text('desired').notNullable();
    t.text('applied');
    t.text('state').notNullable();
    t.text('hold_id');
    t.text('error');
    t.bigInteger('updated_at').notNullable();
    t.primary(['shop', 'order_id', 'kind', 'target']);
    t.index(['shop', 'target'], 'effects_target');
  });
}

async function staffTables(db: Knex): Promise<void> {
  await db.schema.createTable('actions', (t) => {
    t.text('shop').notNullable();
    t.text('id').notNullable();
    t.text('order_id').notNullable();
    t.text('kind').notNullable();
    t.text('state').notNullable();
    t.bigInteger('undo_until');
    t.bigInteger('at').notNullable();
    t.text('by_id').notNullable();
    t.text('progress').notNullable();
    t.binary('body').notNullable();
    t.primary(['shop', 'id']);
    t.index(['shop', 'order_id', 'at'], 'actions_of_order');
  });
  // Two people who click at once: the second insert is refused by the database itself.
  await db.raw(
    `create unique index actions_one_at_a_time on actions (shop, order_id, kind) where state in ('scheduled', 'running')`,
  );
  await db.schema.createTable('cases', (t) => {
    t.increments('id');
    t.text('shop').notNullable();
    t.text('order_id').notNullable();
    t.bigInteger('opened_at').notNullable();
    t.binary('body').notNullable();
    t.bigInteger('closed_at');
    t.text('outcome');
    t.index(['shop', 'order_id'], 'cases_of_order');
  });
  await db.raw(
    'create unique index cases_one_open on cases (shop, order_id) where closed_at is null',
  );
  await db.schema.createTable('audit', (t) => {
    t.increments('id');
    t.text('shop').notNullable();
    t.text('order_id');
    t.bigInteger('at').notNullable();
    t.text('by_kind').notNullable();
    t.text('by_id');
    t.text('what').notNullable();
    t.binary('body').notNullable();
    t.index(['shop', 'order_id', 'at'], 'audit_of_order');
  });
}
