import type { Knex } from 'knex';
import type { InboxTable } from '../usecases/ports/storage-port.ts';
import type { WebhookEnvelope } from '../usecases/webhooks/webhook-payload.ts';
import type { RecentWebhooks } from './recent-webhooks.ts';
import type { Keyring } from './shop-keys.ts';

export function inboxTable(db: Knex, keyring: Keyring, recent: RecentWebhooks): InboxTable {
  return {
    async load(shop, id) {
      // Just received: still at hand as it came, without a read and an opening of the seal.
      const fresh = recent.take(shop, id);
      if (fresh !== null) return fresh;
      const row = await db('inbox').where({ shop, id }).first('webhook_id', 'body');
      if (row === undefined || row.body === null) return null;
      const keys = await keyring.of(db, shop);
      return keys.openJson<WebhookEnvelope>('inbox', row.webhook_id, row.body);
    },
    async finish(shop, id, state) {
      // A failed body stays until the sweep, so that the work can be tried again by hand.
      const body = state === 'done' ? { body: null } : {};
      await db('inbox')
        .where({ shop, id })
        .update({ state, ...body });
    },
    async finishAll(shop, ids) {
      await db('inbox').where({ shop }).whereIn('id', ids).update({ state: 'done', body: null });
    },
  };
}
