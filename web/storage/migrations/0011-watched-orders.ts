import type { Knex } from 'knex';

/** What the watchdog asks at each look: just these rows, however many orders are stored. */
export async function up(db: Knex): Promise<void> {
  await db.raw(
    `create index orders_flagged on orders (shop, order_id) where wants_hold and hold_state = 'none'`,
  );
  await db.raw(
    `create index orders_kept on orders (shop, order_id) where hold_state = 'held' and not decided`,
  );
  // `hold` has come between a staff member's click (0) and new orders.
  await db('tasks')
    .where('priority', '>', 0)
    .update({ priority: db.raw('priority + 1') });
}
