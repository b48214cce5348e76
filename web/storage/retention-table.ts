import type { Knex } from 'knex';
import type { RetentionTable } from '../usecases/ports/privacy-port.ts';
import type { WebhookEnvelope } from '../usecases/webhooks/webhook-payload.ts';
import { auditRetention } from './audit-retention.ts';
import { deleteSlice } from './delete-slice.ts';
import type { Keyring } from './shop-keys.ts';

const hourMs = 3_600_000;

/** What is older than it may be, in slices. */
export function retentionTable(db: Knex, keyring: Keyring): RetentionTable {
  const endOf = (table: string, column: string) => (shop: string, before: number, limit: number) =>
    deleteSlice(db, table, (all) => all.where({ shop }).where(column, '<', before), limit);
  return {
    ...auditRetention(db, keyring),
    ...inboxRetention(db, keyring),
    oldOrders: (shop, before, limit) =>
      free(db, shop, before).orderBy('created_at').limit(limit).pluck('order_id'),
    storedAmong: (shop, orderIds) =>
      db('orders').where({ shop }).whereIn('order_id', orderIds).pluck('order_id'),
    async countOld(shop, before) {
      const count = async (query: Knex.QueryBuilder) =>
        Number((await query.count({ n: '*' }).first())?.n ?? 0);
      const going = await count(free(db, shop, before));
      const all = await count(db('orders').where({ shop }).where('created_at', '<', before));
      return { going, held: all - going };
    },
    endStaffMails: (shop, before, limit) =>
      deleteSlice(
        db,
        'mails',
        (all) => all.where({ shop }).whereNull('order_id').where('at', '<', before),
        limit,
      ),
    async endAlerts(shop, before, limit) {
      const ids: string[] = await db('alerts')
        .where({ shop })
        .where('at', '<', before)
        .limit(limit)
        .pluck('id');
      await db('alert_sends').where({ shop }).whereIn('alert_id', ids).delete();
      return db('alerts').where({ shop }).whereIn('id', ids).delete();
    },
    endImports: (shop, before, limit) =>
      deleteSlice(
        db,
        'list_imports',
        (all) => all.where({ shop, state: 'done' }).where('changed_at', '<', before),
        limit,
      ),
    endSnoozes: endOf('snoozes', 'until'),
    async endStaff(shop, before) {
      const ended = await db('tokens')
        .where({ shop, kind: 'staff' })
        .where('expires_at', '<', before.signedIn)
        .delete();
      return (
        ended + (await db('staff').where({ shop }).where('seen_at', '<', before.seen).delete())
      );
    },
    endAccess: (shop, before, limit) => endOf('access_log', 'hour')(shop, before / hourMs, limit),
  };
}

/** In these words each question is answered by an index of few rows. */
function free(db: Knex, shop: string, before: number): Knex.QueryBuilder {
  const ofOrder = (table: string) =>
    db(table).whereRaw(`${table}.shop = orders.shop and ${table}.order_id = orders.order_id`);
  return db('orders')
    .where({ shop })
    .where('created_at', '<', before)
    .whereNotIn('hold_state', ['held', 'planned', 'waiting'])
    .whereNotExists(ofOrder('cases').whereNull('closed_at').select(db.raw('1')))
    .whereNotExists(
      ofOrder('actions').whereRaw(`state in ('scheduled', 'running')`).select(db.raw('1')),
    );
}

function inboxRetention(db: Knex, keyring: Keyring) {
  return {
    async endFailedWebhooks(shop: string, before: number, limit: number) {
      const rows: { id: number; key: string }[] = await db('tasks')
        .where({ shop, state: 'failed', kind: 'handle-webhook' })
        .where('created_at', '<', before)
        .limit(limit)
        .select('id', 'key');
      await clear(
        db,
        shop,
        rows.map(({ key }) => Number(key)),
      );
      const ids = rows.map(({ id }) => id);
      return db('tasks').where({ shop, state: 'failed' }).whereIn('id', ids).delete();
    },
    async endInbox(before: number, limit: number) {
      // By number, which is by age: no index of the time is kept at every webhook's cost.
      const oldest: { id: number; received_at: number }[] = await db('inbox')
        .orderBy('id')
        .limit(limit)
        .select('id', 'received_at');
      const ids = oldest.filter((row) => Number(row.received_at) < before).map(({ id }) => id);
      return ids.length === 0 ? 0 : db('inbox').whereIn('id', ids).delete();
    },
    async undoneWebhooks(shop: string, afterId: number, limit: number) {
      const rows: { id: number; topic: string; webhook_id: string; body: Buffer }[] = await db(
        'inbox',
      )
        .where({ shop, state: 'failed' })
        .where('id', '>', afterId)
        .whereNotNull('body')
        .orderBy('id')
        .limit(limit)
        .select('id', 'topic', 'webhook_id', 'body');
      if (rows.length === 0) return [];
      const keys = await keyring.of(db, shop);
      return rows.map(({ id, topic, webhook_id, body }) => ({
        ...{ id, topic },
        body: keys.openJson<WebhookEnvelope>('inbox', webhook_id, body).body,
      }));
    },
    clearWebhooks: (shop: string, ids: readonly number[]) => clear(db, shop, ids),
  };
}

async function clear(db: Knex, shop: string, ids: readonly number[]): Promise<void> {
  await db('inbox').where({ shop }).whereIn('id', ids).update({ state: 'failed', body: null });
}
