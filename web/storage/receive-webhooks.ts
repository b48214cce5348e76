import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import { type ReceivedWebhook, taskPriority } from '../usecases/ports/storage-port.ts';
import type { RecentWebhooks } from './recent-webhooks.ts';
import type { PerShopMemory, SeenShop, SeenShops } from './seen-shops.ts';
import type { SharedKeyring } from './shared-keyring.ts';
import { type Keyring, MissingShopKeys } from './shop-keys.ts';
import { shopTable } from './shop-table.ts';
import type { Wakes } from './wakes.ts';
import type { WriteGate } from './write-gate.ts';

const groupSize = 64;
/**
 * From one commit to the next at least so long, and longer where commits take long: the single writer is for the
 * work too, and would be taken by webhooks alone. A webhook after a quiet moment never waits.
 */
const gatherMs = 5;
const longestGatherMs = 30;
/** Webhooks take at most this part of the writer's time, unless a group is full. */
const shareOfWriter = 1 / 3;

interface Waiting {
  readonly webhook: ReceivedWebhook;
  resolve(outcome: 'stored' | 'duplicate'): void;
  reject(error: unknown): void;
}

interface ReceiverParts {
  readonly writer: Knex;
  readonly keyring: SharedKeyring;
  readonly gate: WriteGate;
  readonly recent: RecentWebhooks;
  readonly shops: PerShopMemory<SeenShop>;
  readonly wakes: Wakes;
  /** Other processes may erase shops that this one knows. */
  readonly isShared: boolean;
}

/**
 * Inbox rows and their tasks, in one commit for the webhooks that arrive together: while one commit
 * is under way the next group gathers, so a lone webhook never waits and a burst shares the cost.
 */
export function createReceiver(parts: ReceiverParts) {
  const { writer, keyring, gate, recent, shops, wakes, isShared } = parts;
  const waiting: Waiting[] = [];
  const knownShops = new Set<string>();
  let committing = false;
  let unanswered = 0;
  let begunAt = Number.NEGATIVE_INFINITY;
  let tookMs = 0;

  async function commit(group: readonly Waiting[]): Promise<void> {
    const seen = shops.inTransaction();
    try {
      const stored = await gate.run('webhook', () => {
        begunAt = performance.now();
        return writer
          .transaction(async (trx) => {
            const keys = keyring.inTransaction();
            for (const { webhook } of group) await ensureShop(trx, keys, seen, webhook);
            const stored = await storeAll(
              trx,
              keys,
              group.map((entry) => entry.webhook),
            );
            const due = wakes.collect();
            for (const webhook of stored.rows.values()) {
              due.add(webhook.envelope.shop, webhook.receivedAt);
            }
            await wakes.send(trx, due);
            return stored;
          })
          .finally(() => {
            seen.ended();
            tookMs = performance.now() - begunAt;
          });
      });
      for (const { webhook } of group) knownShops.add(webhook.envelope.shop);
      for (const [id, webhook] of stored.rows) recent.keep(id, webhook.envelope);
      for (const entry of group) entry.resolve(outcomeOf(entry.webhook, stored));
    } catch (error) {
      for (const entry of group) entry.reject(error);
    }
  }

  async function ensureShop(
    trx: Knex,
    keys: Keyring,
    seen: SeenShops,
    webhook: ReceivedWebhook,
  ): Promise<void> {
    const { shop } = webhook.envelope;
    const isKnown = isShared ? await hasKeys(trx, keys, shop) : knownShops.has(shop);
    if (!isKnown) await shopTable(trx, keys, seen).ensure(shop, webhook.receivedAt);
  }

  async function drain(): Promise<void> {
    committing = true;
    while (waiting.length > 0) {
      await gather();
      await commit(waiting.splice(0, groupSize));
    }
    committing = false;
  }

  async function gather(): Promise<void> {
    const apart = Math.min(longestGatherMs, Math.max(gatherMs, tookMs / shareOfWriter));
    const rest = begunAt + apart - performance.now();
    if (rest > 0 && waiting.length < groupSize) await sleep(rest);
  }

  const store = (webhook: ReceivedWebhook) =>
    new Promise<'stored' | 'duplicate'>((resolve, reject) => {
      waiting.push({ webhook, resolve, reject });
      if (!committing) void drain();
    });

  return {
    /** A repetition answers when the first delivery is stored: it costs no write. */
    receive(webhook: ReceivedWebhook): Promise<'stored' | 'duplicate'> {
      const first = recent.first(webhook);
      if (first !== undefined) return first.then(() => 'duplicate');
      const outcome = store(webhook);
      recent.expect(webhook, outcome);
      unanswered += 1;
      return outcome.finally(() => {
        unanswered -= 1;
      });
    },
    unanswered: () => unanswered,
    /** After a shop was erased, its next webhook makes it anew. */
    forget(shop: string): void {
      knownShops.delete(shop);
      recent.forget(shop);
    },
  };
}

async function hasKeys(trx: Knex, keys: Keyring, shop: string): Promise<boolean> {
  try {
    await keys.of(trx, shop);
    return true;
  } catch (error) {
    if (error instanceof MissingShopKeys) return false;
    throw error;
  }
}

interface Stored {
  /** By the row's id. */
  readonly rows: ReadonlyMap<number, ReceivedWebhook>;
}

const idOf = ({ envelope }: ReceivedWebhook) => `${envelope.shop}\n${envelope.webhookId}`;

const outcomeOf = (webhook: ReceivedWebhook, { rows }: Stored) =>
  [...rows.values()].includes(webhook) ? 'stored' : 'duplicate';

async function storeAll(
  trx: Knex,
  keyring: Keyring,
  webhooks: readonly ReceivedWebhook[],
): Promise<Stored> {
  const unique = new Map(webhooks.map((webhook) => [idOf(webhook), webhook]));
  const rows = await Promise.all([...unique.values()].map((w) => inboxRow(trx, keyring, w)));
  const inserted: { id: number; shop: string; webhook_id: string }[] = await trx('inbox')
    .insert(rows)
    .onConflict(['shop', 'webhook_id'])
    .ignore()
    .returning(['id', 'shop', 'webhook_id']);
  const stored = new Map<number, ReceivedWebhook>();
  const tasks = inserted.flatMap((row) => {
    const webhook = unique.get(`${row.shop}\n${row.webhook_id}`);
    if (webhook === undefined) return [];
    stored.set(row.id, webhook);
    return [taskRow(row.id, webhook)];
  });
  if (tasks.length > 0) await trx('tasks').insert(tasks);
  return { rows: stored };
}

async function inboxRow(trx: Knex, keyring: Keyring, { envelope, receivedAt }: ReceivedWebhook) {
  const keys = await keyring.of(trx, envelope.shop);
  return {
    shop: envelope.shop,
    webhook_id: envelope.webhookId,
    topic: envelope.topic,
    received_at: receivedAt,
    state: 'new',
    body: keys.sealJson('inbox', envelope.webhookId, envelope),
  };
}

const taskRow = (id: number, { envelope, subject, receivedAt }: ReceivedWebhook) => ({
  shop: envelope.shop,
  kind: 'handle-webhook',
  key: String(id),
  subject,
  // Every order is judged and held before what follows from orders is read: most of it is our own doing.
  priority: envelope.topic === 'orders/create' ? taskPriority.order : taskPriority.background,
  run_at: receivedAt,
  state: 'due',
  created_at: receivedAt,
});
