import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { Storage, Tables, WakeIn } from '../usecases/ports/storage-port.ts';
import { accessTable } from './access-table.ts';
import { alertTable } from './alert-table.ts';
import { auditTable } from './audit-table.ts';
import { automationTable } from './automation-table.ts';
import { bulkTable } from './bulk-table.ts';
import { queueTable } from './case-groups.ts';
import { checkoutTable } from './checkout-table.ts';
import { tellingOf } from './checkpoints.ts';
import { type Connections, connect } from './connections.ts';
import { contactTable } from './contact-table.ts';
import { effectTable } from './effect-table.ts';
import { inboxTable } from './inbox-table.ts';
import { checkKeys, rewrapKeys } from './key-rotation.ts';
import { leaseTable, soleLeases } from './lease-table.ts';
import { linkTable } from './link-table.ts';
import { listBulk } from './list-bulk.ts';
import { importTable } from './list-import-table.ts';
import { detachLists } from './list-purge.ts';
import { listTable } from './list-table.ts';
import { mailTable } from './mail-table.ts';
import { createMemories, type Remembered } from './memories.ts';
import { migrateSchema } from './migrate.ts';
import { openOrders } from './open-orders.ts';
import { orderTable } from './order-table.ts';
import { privacyTable } from './privacy-table.ts';
import { createReceiver } from './receive-webhooks.ts';
import { createRecentWebhooks, type RecentWebhooks } from './recent-webhooks.ts';
import { reconcileTable } from './reconcile-table.ts';
import { restoreTable } from './restore-table.ts';
import { retentionTable } from './retention-table.ts';
import { secretTable } from './secret-table.ts';
import { createSharedKeyring, soleKeyring } from './shared-keyring.ts';
import { sharingOn } from './sharing.ts';
import { createKeyring, type Keyring } from './shop-keys.ts';
import { shopTable } from './shop-table.ts';
import { snoozeTable } from './snooze-table.ts';
import { staffTable } from './staff-table.ts';
import { actionTable, caseTable } from './staff-tables.ts';
import { statisticsTable } from './statistics-table.ts';
import { taskTable } from './task-table.ts';
import { tokenTable } from './token-table.ts';
import { viewTable } from './view-table.ts';
import { createWakes, type DueShops } from './wakes.ts';
import { createWriteGate, openGate } from './write-gate.ts';

/** A database that takes longer is as good as away. */
const answerMs = 2_000;

export interface StorageOptions {
  /** `sqlite:<file>` or `postgres://…` */
  readonly databaseUrl: string;
  /** 32 bytes. */
  readonly encryptionKey: Buffer;
  readonly previousEncryptionKey?: Buffer | null;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Tells other processes, within the transaction, which shops it gave work. Absent: there are none. */
  readonly wakeIn?: WakeIn;
}

export interface OpenStorage extends Storage {
  /**
   * Brings the schema up to date; re-wraps the shops' keys where the master key was rotated.
   * @throws WrongEncryptionKey before anything is changed
   * @returns how many shops there are, and whose keys were under the previous key until now
   */
  migrate(): Promise<{ readonly rewrapped: number; readonly all: number }>;
  close(): Promise<void>;
  readonly engine: Connections['engine'];
}

export function openStorage(options: StorageOptions): OpenStorage {
  const previous = options.previousEncryptionKey ?? null;
  const connections = connect(options.databaseUrl);
  const { engine, writer, reader, checkpoints, close } = connections;
  const isShared = engine === 'postgres';
  const keyring = (isShared ? createSharedKeyring : soleKeyring)(
    createKeyring(options.encryptionKey, previous),
  );
  const gate = engine === 'sqlite' ? tellingOf(createWriteGate(), checkpoints) : openGate;
  const recent = createRecentWebhooks();
  const memories = createMemories(isShared, options.now);
  const wakes = createWakes(isShared ? options : { now: options.now });
  const receiver = createReceiver({
    ...{ writer, keyring, gate, recent, shops: memories.shops, wakes, isShared },
  });
  return {
    engine,
    sharing: isShared ? sharingOn(writer) : null,
    close,
    async migrate() {
      const rotation = { db: writer, gate, master: options.encryptionKey, previous };
      await checkKeys(rotation);
      await migrateSchema(connections);
      return rewrapKeys(rotation);
    },
    async write(work) {
      const erased: string[] = [];
      const forgetLater = (shop: string) => void erased.push(shop);
      const seen = memories.inTransaction();
      const commit = async () => {
        const result = await writer.transaction(async (trx) => {
          const due = wakes.collect();
          const keys = keyring.inTransaction();
          const parts = { keyring: keys, now: options.now, recent, isShared, seen };
          const done = await work(tablesOn(trx, { ...parts, forgetShop: forgetLater, due }));
          await wakes.send(trx, due);
          return done;
        });
        seen.committed();
        for (const shop of erased) memories.tasks.forget(shop);
        return result;
      };
      // Within the gate: who comes next must not find what this one has changed.
      const result = await gate.run('work', () => commit().finally(seen.ended));
      // Only now: until the commit a reader still finds the old keys and would remember them.
      for (const shop of erased) {
        keyring.forget(shop);
        receiver.forget(shop);
      }
      return result;
    },
    read: tablesOn(reader, {
      ...{ keyring, now: options.now, recent, isShared, seen: memories },
      forgetShop: receiver.forget,
    }),
    tokens: tokenTable({ writer, reader, keyring, gate, now: options.now, seen: memories.tokens }),
    bulk: listBulk({ writer, reader, keyring, gate, checkpoints, now: options.now }),
    receive: (webhook) => receiver.receive(webhook),
    unanswered: () => receiver.unanswered(),
    async isReachable() {
      // A pool that has lost its server waits a minute for a connection; who asks wants to know now.
      const answer = writer.raw('select 1').then(
        () => true,
        () => false,
      );
      return Promise.race([answer, sleep(answerMs, false, { ref: false })]);
    },
  };
}

interface TableParts {
  readonly keyring: Keyring;
  readonly now: () => number;
  readonly forgetShop: (shop: string) => void;
  readonly recent: RecentWebhooks;
  readonly seen: Remembered;
  readonly isShared: boolean;
  /** Told of what falls due; absent where nothing is written. */
  readonly due?: DueShops;
}

function tablesOn(
  db: Knex,
  { keyring, now, forgetShop, recent, seen, isShared, due }: TableParts,
): Tables {
  const shops = shopTable(db, keyring, seen.shops);
  return {
    shops: {
      ...shops,
      async eraseSlice(shop, limit) {
        await detachLists(db, shop);
        seen.tokens.changed(shop);
        return shops.eraseSlice(shop, limit);
      },
      async erase(shop) {
        // Before the rest: whoever seals rows of this shop meanwhile has ended, or finds no keys.
        if (isShared) await db('shops').where({ shop }).forUpdate().first('shop');
        await detachLists(db, shop);
        await shops.erase(shop);
        seen.tokens.changed(shop);
        forgetShop(shop);
      },
    },
    alerts: alertTable(db),
    bulk: bulkTable(db, keyring),
    inbox: inboxTable(db, keyring, recent),
    tasks: taskTable(db, due?.add, seen.tasks),
    leases: isShared ? leaseTable(db) : soleLeases,
    orders: orderTable(db, keyring),
    openOrders: openOrders(db, keyring),
    automation: automationTable(db),
    checkout: checkoutTable(db, keyring),
    statistics: statisticsTable(db),
    lists: listTable(db, keyring, now),
    imports: importTable(db, keyring),
    reconcile: reconcileTable(db),
    effects: effectTable(db),
    actions: actionTable(db, keyring),
    cases: caseTable(db, keyring),
    queue: queueTable(db, keyring),
    staff: staffTable(db, keyring),
    views: viewTable(db, keyring),
    snoozes: snoozeTable(db, keyring),
    contacts: contactTable(db, keyring),
    audit: auditTable(db, keyring),
    mails: mailTable(db, keyring),
    secrets: secretTable(db, keyring),
    links: linkTable(db, keyring),
    privacy: privacyTable(db, keyring),
    retention: retentionTable(db, keyring),
    access: accessTable(db),
    restores: restoreTable(db),
  };
}
