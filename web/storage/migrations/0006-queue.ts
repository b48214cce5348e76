import type { Knex } from 'knex';
import { linkRefOf } from '../../usecases/contact/answer-token.ts';

/**
 * The staff's day (docs/queue.md). Rows of the queue repeat what sorts and filters them, so that a page
 * of 100,000 cases is one index range; names, addresses and texts are in sealed `body` columns only.
 */
export async function up(db: Knex): Promise<void> {
  await queue(db);
  await contact(db);
  await bulk(db);
  await alerts(db);
  await db.schema.createTable('secrets', (t) => {
    t.text('shop').notNullable();
    t.text('name').notNullable();
    t.binary('body').notNullable();
    t.primary(['shop', 'name']);
  });
  await answerLinks(db);
  // What waits for a person, with what is counted and sorted of it; the few among all orders.
  await db.raw(
    'create index orders_waiting on orders (shop, state, level, created_at, order_id, hold_state, total, wants_hold, decided) where wants_hold and not decided',
  );
  // Everything that a shop did, a page at a time.
  await db.raw('create index audit_of_shop on audit (shop, at, id)');
  await db.raw(
    'create index audit_of_staff on audit (shop, by_id, at, id) where by_id is not null',
  );
}

async function queue(db: Knex): Promise<void> {
  await db.schema.createTable('case_groups', (t) => {
    t.increments('id');
    t.text('shop').notNullable();
    /** The order that the row is told by. */
    t.text('order_id').notNullable();
    t.integer('orders').notNullable();
    caseFigures(t);
    t.text('assignee');
    t.text('links').notNullable().defaultTo('');
    t.bigInteger('opened_at').notNullable();
    t.bigInteger('closed_at');
    /** What of it is in `queue_counts`. */
    t.text('counted').notNullable().defaultTo('');
  });
  /** Open rows of each level and person ('': nobody's). */
  await db.schema.createTable('queue_counts', (t) => {
    t.text('shop').notNullable();
    t.integer('level').notNullable();
    t.text('assignee').notNullable();
    t.integer('rows').notNullable();
    t.primary(['shop', 'level', 'assignee']);
  });
  // With all that filters: what a filter leaves out is passed over without a look at its row.
  const filters = 'level, payment, stage, assignee';
  const open = 'where closed_at is null';
  for (const sql of [
    `create index case_groups_urgency on case_groups (shop, level, deadline_at, id, payment, stage, assignee) ${open}`,
    `create index case_groups_deadline on case_groups (shop, deadline_at, id, ${filters}) ${open}`,
    `create index case_groups_amount on case_groups (shop, amount, id, ${filters}, deadline_at) ${open}`,
    `create index case_groups_age on case_groups (shop, opened_at, id, ${filters}, deadline_at) ${open}`,
    `create index case_groups_who on case_groups (shop, assignee, level, deadline_at, id) ${open}`,
    `create index case_groups_closed on case_groups (shop, closed_at, id, ${filters}, deadline_at) where closed_at is not null`,
  ]) {
    await db.raw(sql);
  }
  await cases(db);
  /** Rises with every change of the queue; whoever changes it holds this row until he commits. */
  await db.schema.createTable('queues', (t) => {
    t.text('shop').primary();
    t.integer('version').notNullable();
  });
  await db.schema.createTable('staff', (t) => {
    t.text('shop').notNullable();
    t.text('user_id').notNullable();
    t.bigInteger('seen_at').notNullable();
    t.binary('body').notNullable();
    t.primary(['shop', 'user_id']);
  });
  await db.schema.createTable('queue_views', (t) => {
    t.text('shop').notNullable();
    t.text('id').notNullable();
    t.text('owner').notNullable();
    t.boolean('shared').notNullable();
    t.bigInteger('created_at').notNullable();
    t.binary('body').notNullable();
    t.primary(['shop', 'id']);
  });
  await db.schema.createTable('snoozes', (t) => {
    t.text('shop').notNullable();
    t.text('id').notNullable();
    /** Keyed hash of the buyer's key (customer, e-mail or phone). */
    t.binary('key').notNullable();
    t.text('signal').notNullable();
    t.bigInteger('until').notNullable();
    t.binary('body').notNullable();
    /** One row for each key of the buyer. */
    t.primary(['shop', 'id', 'key']);
    t.index(['shop', 'key', 'until'], 'snoozes_of_buyer');
  });
}

/** What sorts and filters: of a case, and of a row the same over its cases. */
function caseFigures(t: Knex.CreateTableBuilder): void {
  /** high 0, caution 1, normal 2: the most urgent sorts first. */
  t.integer('level').notNullable().defaultTo(2);
  t.integer('points').notNullable().defaultTo(0);
  /** In the shop's currency; 0 where Shopify told no total. */
  t.decimal('amount', 20, 4).notNullable().defaultTo(0);
  t.text('payment').notNullable().defaultTo('none');
  t.text('stage').notNullable().defaultTo('none');
  t.text('deadline_kind');
  /** Without a deadline: far away (8640000000000000), so that it sorts last on both databases. */
  t.bigInteger('deadline_at').notNullable().defaultTo(farAway);
  t.bigInteger('deadline_warn_at').notNullable().defaultTo(farAway);
}

const farAway = 8_640_000_000_000_000;

async function cases(db: Knex): Promise<void> {
  await db.schema.alterTable('cases', (t) => {
    /** null: made before there was a queue; the task below gives it a row. */
    t.integer('group_id');
    /** A person took it out of its row: it is not linked again by itself. */
    t.boolean('apart').notNullable().defaultTo(false);
    caseFigures(t);
    t.index(['shop', 'group_id'], 'cases_of_group');
  });
  await db.raw(
    'create index cases_near on cases (shop, deadline_warn_at, order_id) where closed_at is null',
  );
  /** Why two orders are in one row; each pair in both directions. */
  await db.schema.createTable('case_links', (t) => {
    t.text('shop').notNullable();
    t.text('order_id').notNullable();
    t.text('other_id').notNullable();
    t.text('kind').notNullable();
    t.primary(['shop', 'order_id', 'other_id', 'kind']);
  });
  // In slices, beside other work: a shop may have thousands of cases.
  await db.raw(
    `insert into tasks (shop, kind, key, priority, run_at, state, created_at)
     select distinct shop, 'fill-queue', '', 2, 0, 'due', 0 from cases`,
  );
}

async function contact(db: Knex): Promise<void> {
  await db.schema.createTable('contacts', (t) => {
    t.text('shop').notNullable();
    t.text('order_id').notNullable();
    t.text('stage').notNullable();
    t.bigInteger('next_at');
    t.binary('body').notNullable();
    t.primary(['shop', 'order_id']);
  });
  await db.schema.createTable('mails', (t) => {
    t.text('shop').notNullable();
    t.text('id').notNullable();
    /** null: to staff. */
    t.text('order_id');
    t.text('kind').notNullable();
    t.text('state').notNullable();
    t.text('message_id').notNullable();
    t.bigInteger('at').notNullable();
    t.bigInteger('sent_at');
    t.binary('body').notNullable();
    t.primary(['shop', 'id']);
    t.index(['shop', 'order_id', 'at'], 'mails_of_order');
    t.index(['shop', 'state'], 'mails_by_state');
    t.unique(['shop', 'message_id'], { indexName: 'mails_message' });
  });
  await db.schema.createTable('calls', (t) => {
    t.increments('id');
    t.text('shop').notNullable();
    t.text('order_id').notNullable();
    t.bigInteger('at').notNullable();
    t.text('by_id').notNullable();
    t.text('result').notNullable();
    t.binary('body').notNullable();
    t.index(['shop', 'order_id', 'at'], 'calls_of_order');
  });
}

async function bulk(db: Knex): Promise<void> {
  await db.schema.createTable('bulk_runs', (t) => {
    t.text('shop').notNullable();
    t.text('id').notNullable();
    t.text('kind').notNullable();
    t.text('state').notNullable();
    t.bigInteger('at').notNullable();
    t.bigInteger('undo_until');
    t.text('by_id').notNullable();
    /** Digest of the request: while it runs, the same one again is this run. */
    t.text('content').notNullable();
    t.binary('body').notNullable();
    t.primary(['shop', 'id']);
    t.index(['shop', 'at'], 'bulk_runs_newest');
  });
  await db.raw(
    `create unique index bulk_runs_once on bulk_runs (shop, content) where state = 'running'`,
  );
  await db.schema.createTable('bulk_items', (t) => {
    t.text('shop').notNullable();
    t.text('run').notNullable();
    t.integer('no').notNullable();
    t.text('order_id').notNullable();
    /** For rows of the queue that get somebody. */
    t.integer('group_id');
    t.text('state').notNullable();
    t.text('code');
    t.text('action_id');
    t.primary(['shop', 'run', 'no']);
    t.index(['shop', 'run', 'state', 'no'], 'bulk_items_by_state');
  });
}

async function alerts(db: Knex): Promise<void> {
  await db.schema.createTable('alerts', (t) => {
    t.text('shop').notNullable();
    t.text('id').notNullable();
    t.text('kind').notNullable();
    /** What it is about (an order, a day): of one thing it is told once. */
    t.text('subject').notNullable();
    t.bigInteger('at').notNullable();
    t.text('details').notNullable();
    t.primary(['shop', 'id']);
    t.unique(['shop', 'kind', 'subject'], { indexName: 'alerts_once' });
  });
  await db.schema.createTable('alert_sends', (t) => {
    t.text('shop').notNullable();
    t.text('alert_id').notNullable();
    t.text('channel').notNullable();
    t.text('state').notNullable();
    t.integer('attempts').notNullable();
    t.text('problem');
    t.bigInteger('changed_at').notNullable();
    t.primary(['shop', 'alert_id', 'channel']);
    t.index(['shop', 'state', 'changed_at'], 'alert_sends_by_state');
  });
  await db.schema.createTable('automation', (t) => {
    t.text('shop').primary();
    /** JSON without personal data: the breaker and what is counted for it. */
    t.text('state').notNullable();
  });
}

/** Finds the shop that a link of a mail belongs to. */
async function answerLinks(db: Knex): Promise<void> {
  await db.schema.alterTable('shops', (t) => {
    t.text('link_ref').notNullable().defaultTo('');
    t.index(['link_ref'], 'shops_by_link');
  });
  for (const { shop } of await db('shops').select('shop')) {
    await db('shops')
      .where({ shop })
      .update({ link_ref: linkRefOf(shop) });
  }
}
