import type { Knex } from 'knex';
import type { Storage, Tables } from '../usecases/ports/storage-port.ts';
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
import { linkTable } from './link-table.ts';
import { listBulk } from './list-bulk.ts';
import { importTable } from './list-import-table.ts';
import { detachLists } from './list-purge.ts';
import { listTable } from './list-table.ts';
import { mailTable } from './mail-table.ts';
import { migrationSource } from './migrations/index.ts';
import { openOrders } from './open-orders.ts';
import { orderTable } from './order-table.ts';
import { privacyTable } from './privacy-table.ts';
import { createReceiver } from './receive-webhooks.ts';
import { createRecentWebhooks, type RecentWebhooks } from './recent-webhooks.ts';
import { retentionTable } from './retention-table.ts';
import { secretTable } from './secret-table.ts';
import { createKeyring, type Keyring } from './shop-keys.ts';
import { shopTable } from './shop-table.ts';
import { snoozeTable } from './snooze-table.ts';
import { staffTable } from './staff-table.ts';
import { actionTable, caseTable } from './staff-tables.ts';
import { statisticsTable } from './statistics-table.ts';
import { taskTable } from './task-table.ts';
import { tokenTable } from './token-table.ts';
import { viewTable } from './view-table.ts';
import { createWriteGate, openGate } from './write-gate.ts';

export interface StorageOptions {
  /** `sqlite:<file>` or `postgres://…` */
  readonly databaseUrl: string;
  /** 32 bytes. */
  readonly encryptionKey: Buffer;
  readonly previousEncryptionKey?: Buffer | null;
  /** Epoch milliseconds. */
  readonly now: () => number;
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
  const keyring = createKeyring(options.encryptionKey, previous);
  const { engine, writer, reader, checkpoints, close } = connect(options.databaseUrl);
  const gate = engine === 'sqlite' ? tellingOf(createWriteGate(), checkpoints) : openGate;
  const recent = createRecentWebhooks();
  const receiver = createReceiver({ writer, keyring, gate, recent });
  return {
    engine,
    close,
    async migrate() {
      const rotation = { db: writer, gate, master: options.encryptionKey, previous };
      await checkKeys(rotation);
      await writer.migrate.latest({ migrationSource });
      return rewrapKeys(rotation);
    },
    async write(work) {
      const erased: string[] = [];
      const forgetLater = (shop: string) => void erased.push(shop);
      const result = await gate.run('work', () =>
        writer.transaction((trx) => work(tablesOn(trx, keyring, options.now, forgetLater, recent))),
      );
      // Only now: until the commit a reader still finds the old keys and would remember them.
      for (const shop of erased) {
        keyring.forget(shop);
        receiver.forget(shop);
      }
      return result;
    },
    read: tablesOn(reader, keyring, options.now, receiver.forget, recent),
    tokens: tokenTable({ writer, reader, keyring, gate, now: options.now }),
    bulk: listBulk({ writer, reader, keyring, gate, checkpoints, now: options.now }),
    receive: (webhook) => receiver.receive(webhook),
    unanswered: () => receiver.unanswered(),
    async isReachable() {
      try {
        await writer.raw('select 1');
        return true;
      } catch {
        return false;
      }
    },
  };
}

function tablesOn(
  db: Knex,
  keyring: Keyring,
  now: () => number,
  forgetShop: (shop: string) => void,
  recent: RecentWebhooks,
): Tables {
  const shops = shopTable(db, keyring);
  return {
    shops: {
      ...shops,
      async erase(shop) {
        await detachLists(db, shop);
        await shops.erase(shop);
        forgetShop(shop);
      },
    },
    alerts: alertTable(db),
    bulk: bulkTable(db, keyring),
    inbox: inboxTable(db, keyring, recent),
    tasks: taskTable(db),
    orders: orderTable(db, keyring),
    openOrders: openOrders(db, keyring),
    automation: automationTable(db),
    checkout: checkoutTable(db, keyring),
    statistics: statisticsTable(db),
    lists: listTable(db, keyring, now),
    imports: importTable(db, keyring),
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
  };
}
