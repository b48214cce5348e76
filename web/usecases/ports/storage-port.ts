import type { Settings } from '../../contract/settings.ts';
import type { ShopStatistics } from '../../risk/order-facts.ts';
import type { CheckoutTable } from '../checkout/checkout-record.ts';
import type { WebhookEnvelope } from '../webhooks/webhook-payload.ts';
import type { AlertTable } from './alert-port.ts';
import type { AutomationTable } from './automation-port.ts';
import type { BulkTable } from './bulk-port.ts';
import type { ContactTable } from './contact-port.ts';
import type { LinkTable } from './link-port.ts';
import type { ImportTable, ListBulk } from './list-import-port.ts';
import type { ListTable } from './list-port.ts';
import type { MailTable } from './mail-port.ts';
import type { OpenOrders } from './open-orders-port.ts';
import type { EffectTable, OrderTable } from './order-port.ts';
import type { AccessTable, PrivacyTable, RetentionTable } from './privacy-port.ts';
import type { LeaseTable, Sharing } from './process-port.ts';
import type { QueueTable, SnoozeTable, StaffTable, ViewTable } from './queue-port.ts';
import type { ReconcileTable } from './reconcile-port.ts';
import type { RestoreTable } from './restore-port.ts';
import type { SecretTable } from './secret-port.ts';
import type { ShopInfo } from './shopify-port.ts';
import type { ActionTable, AuditTable, CaseTable } from './staff-port.ts';
import type { StatisticsTable } from './statistics-port.ts';
import type { TokenPort } from './token-port.ts';
import type { InboxTable, TaskTable } from './work-port.ts';

export type * from './contact-port.ts';
export type * from './order-port.ts';
export * from './process-port.ts';
export type * from './staff-port.ts';
export * from './work-port.ts';

/** All times are epoch milliseconds. Every function takes the shop and stays inside it. */
export interface Storage {
  /** One writing transaction; inside it only `tx` is used, for SQLite has a single writer. */
  write<T>(work: (tx: Tables) => Promise<T>): Promise<T>;
  /** Lists and look-ups; on SQLite a second, read-only pool. */
  readonly read: Tables;
  readonly tokens: TokenPort;
  /** Imports and sweeps of lists: work in slices, each a transaction of its own. */
  readonly bulk: ListBulk;
  /** Inbox row and task in one commit, shared with the webhooks that arrive together. */
  receive(webhook: ReceivedWebhook): Promise<'stored' | 'duplicate'>;
  /** Webhooks that wait for `receive` now: while they are many, work steps back. */
  unanswered(): number;
  isReachable(): Promise<boolean>;
  /** What other processes on the same database share with this one; null: there can be none. */
  readonly sharing: Sharing | null;
}

export interface Tables {
  readonly shops: ShopTable;
  readonly alerts: AlertTable;
  readonly automation: AutomationTable;
  readonly bulk: BulkTable;
  readonly inbox: InboxTable;
  readonly tasks: TaskTable;
  readonly leases: LeaseTable;
  readonly orders: OrderTable;
  readonly openOrders: OpenOrders;
  readonly statistics: StatisticsTable;
  readonly lists: ListTable;
  readonly imports: ImportTable;
  readonly checkout: CheckoutTable;
  readonly reconcile: ReconcileTable;
  readonly effects: EffectTable;
  readonly actions: ActionTable;
  readonly cases: CaseTable;
  readonly queue: QueueTable;
  readonly staff: StaffTable;
  readonly views: ViewTable;
  readonly snoozes: SnoozeTable;
  readonly contacts: ContactTable;
  readonly audit: AuditTable;
  readonly mails: MailTable;
  readonly secrets: SecretTable;
  readonly links: LinkTable;
  readonly privacy: PrivacyTable;
  readonly retention: RetentionTable;
  readonly access: AccessTable;
  readonly restores: RestoreTable;
}

export interface ReceivedWebhook {
  readonly envelope: WebhookEnvelope;
  /** The order it speaks of, where it does: tasks of one order run one after another. */
  readonly subject: string | null;
  readonly receivedAt: number;
}

export interface ShopRecord {
  readonly shop: string;
  readonly state: 'known' | 'installed' | 'uninstalled';
  readonly installedAt: number | null;
  readonly info: ShopInfo | null;
  readonly missingScopes: readonly string[];
  readonly statistics: ShopStatistics | null;
}

export interface ShopTable {
  /** Makes the row, its keys and its settings where absent. */
  ensure(shop: string, now: number): Promise<ShopRecord>;
  find(shop: string): Promise<ShopRecord | null>;
  update(
    shop: string,
    change: Partial<
      Pick<ShopRecord, 'state' | 'installedAt' | 'info' | 'missingScopes' | 'statistics'>
    >,
  ): Promise<void>;
  settings(shop: string): Promise<Settings>;
  /** false: the stored revision is no longer `expected`. */
  saveSettings(shop: string, settings: Settings, expected: number): Promise<boolean>;
  countPaymentNames(shop: string, names: readonly string[], now: number): Promise<void>;
  paymentNames(shop: string): Promise<{ name: string; orders: number; lastSeenAt: number }[]>;
  /** Deletes up to `limit` rows of the shop; its keys and its work stay. @returns how many; 0: none are left */
  eraseSlice(shop: string, limit: number): Promise<number>;
  /** Destroys the shop's keys and every row that is left of it. */
  erase(shop: string): Promise<void>;
}
