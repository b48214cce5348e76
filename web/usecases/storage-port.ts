import type { RefusalCode } from '../contract/errors.ts';
import type { ActionKind, ActionState, Level, OrderState } from '../contract/level.ts';
import type { CannotHoldReason, ListOrdersQuery, PaymentKind } from '../contract/orders.ts';
import type { Settings } from '../contract/settings.ts';
import type { Watchdog } from '../contract/today.ts';
import type { Assessment } from '../risk/assessment.ts';
import type { OrderFacts, ShopStatistics } from '../risk/order-facts.ts';
import type { OrderPlan } from '../risk/plan.ts';
import type { OrderSnapshot } from './order-snapshot.ts';
import type { ShopInfo } from './shopify-port.ts';
import type { TokenPort } from './token-port.ts';
import type { WebhookEnvelope } from './webhook-payload.ts';

/** All times are epoch milliseconds. Every function takes the shop and stays inside it. */
export interface Storage {
  /** One writing transaction; inside it only `tx` is used, for SQLite has a single writer. */
  write<T>(work: (tx: Tables) => Promise<T>): Promise<T>;
  /** Lists and look-ups; on SQLite a second, read-only pool. */
  readonly read: Tables;
  readonly tokens: TokenPort;
  /** Inbox row and task in one commit, shared with the webhooks that arrive together. */
  receive(webhook: ReceivedWebhook): Promise<'stored' | 'duplicate'>;
  isReachable(): Promise<boolean>;
}

export interface Tables {
  readonly shops: ShopTable;
  readonly inbox: InboxTable;
  readonly tasks: TaskTable;
  readonly orders: OrderTable;
  readonly effects: EffectTable;
  readonly actions: ActionTable;
  readonly cases: CaseTable;
  readonly audit: AuditTable;
}

export interface ReceivedWebhook {
  readonly envelope: WebhookEnvelope;
  /** The order it speaks of, where it does: tasks of one order run one after another. */
  readonly subject: string | null;
  readonly receivedAt: number;
}

// ---- shops ---------------------------------------------------------------------------------

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
  /** Destroys the shop's keys and every row of it. */
  erase(shop: string): Promise<void>;
}

// ---- work ----------------------------------------------------------------------------------

export interface InboxTable {
  load(shop: string, id: number): Promise<WebhookEnvelope | null>;
  /** Clears the body: personal data is not kept in the inbox. */
  finish(shop: string, id: number, state: 'done' | 'failed'): Promise<void>;
}

export type TaskKind =
  | 'handle-webhook'
  | 'act-on-order'
  | 'run-action'
  | 'check-routing'
  | 'check-release'
  | 'read-shop'
  | 'look-back'
  | 'judge-again'
  | 'refresh-statistics'
  | 'deploy-notice';

/** Lower runs first: staff's clicks, then new orders, then the rest. */
export const taskPriority = { staff: 0, order: 1, background: 2 } as const;
export type TaskPriority = keyof typeof taskPriority;

/** A piece of work. It carries ids only. */
export interface Task {
  readonly id: number;
  readonly shop: string;
  readonly kind: TaskKind;
  /** Unique with (shop, kind): the same work stands in the queue once. */
  readonly key: string;
  readonly subject: string | null;
  readonly priority: TaskPriority;
  readonly attempts: number;
  readonly createdAt: number;
}

export interface NewTask {
  readonly kind: TaskKind;
  readonly key: string;
  readonly subject?: string | null;
  readonly priority: TaskPriority;
  readonly runAt: number;
}

export interface TaskTable {
  /** Where the same task waits already it keeps the earlier time; where it runs, it runs once more. */
  enqueue(shop: string, task: NewTask, now: number): Promise<void>;
  /** Takes up to `limit` due tasks, none of a subject in `busy`, and counts an attempt. */
  claim(shop: string, now: number, limit: number, busy: ReadonlySet<string>): Promise<Task[]>;
  finish(task: Task): Promise<void>;
  /** Comes again at `runAt`; `failed` keeps it out of the queue, to be shown. */
  retry(
    task: Task,
    outcome: { runAt: number; error: string; failed: boolean; uncounted?: boolean },
  ): Promise<void>;
  cancel(shop: string, kind: TaskKind, key: string): Promise<void>;
  /** Failed and postponed tasks run now: a token or a scope has arrived, or somebody clicked. */
  revive(shop: string, now: number): Promise<number>;
  /** Shops with work due, and when the next work falls due. */
  due(now: number): Promise<{ shops: string[]; nextAt: number | null }>;
  /** Tasks that a dead process had taken: back into the queue. */
  releaseAll(): Promise<void>;
  backlog(
    shop: string | null,
    now: number,
  ): Promise<{ waiting: number; failed: number; oldestAt: number | null }>;
  /** null: it is not in the queue. */
  stateOf(shop: string, kind: TaskKind, key: string): Promise<'due' | 'taken' | 'failed' | null>;
  failures(shop: string, limit: number): Promise<(Task & { error: string; at: number })[]>;
}

// ---- orders --------------------------------------------------------------------------------

export type Decision = 'approved' | 'released' | 'voided';

/** Why a staff decision was taken against: what a later judgement is compared with. */
export interface DecisionRecord {
  readonly kind: Decision;
  readonly at: number;
  readonly level: Level;
  readonly floor: string | null;
  readonly hits: readonly string[];
}

/** An order as the app knows it. Personal data is inside `facts` and `snapshot`, encrypted at rest. */
export interface OrderRecord {
  readonly shop: string;
  readonly id: string;
  readonly facts: OrderFacts;
  readonly snapshot: OrderSnapshot;
  readonly assessment: Assessment;
  readonly plan: OrderPlan;
  readonly judgedAt: number;
  readonly firstSeenAt: number;
  /** Judged in act mode from a webhook: the plan is carried out. */
  readonly acting: boolean;
  /** Cancelled already when it was first seen. */
  readonly cancelledBefore: boolean;
  readonly decision: DecisionRecord | null;
  /** Staff's reason for a hold by hand. */
  readonly manualHold: string | null;
  /** `planned`: on its way; `waiting`: for the fulfillment orders to be routed. */
  readonly holdState: 'none' | 'planned' | 'waiting' | 'held' | 'cannot';
  readonly cannotHold: CannotHoldReason | null;
  readonly heldSince: number | null;
  readonly cancelling: boolean;
  readonly paymentKind: PaymentKind;
  readonly staffChecks: Readonly<Record<string, 'hit' | 'no-hit' | 'unknown'>>;
  readonly keys: readonly OrderKey[];
  /** What the judgement rested on, for the order page. */
  readonly history: {
    readonly earlierOrders: number | null;
    readonly goodOrders: number | null;
    readonly firstOrderDaysAgo: number | null;
  };
}

export interface OrderFilter extends Omit<ListOrdersQuery, 'q'> {
  /** An order name's prefix, and the look-up keys of what was typed. */
  readonly name?: string | undefined;
  readonly keys?: readonly OrderKey[] | undefined;
}

/** A canonical key of an order (`email:…`, `phone:…`, `address:…`, `ip:…`, `card:…`, `name:…`, `zip:…`). */
export type OrderKey = string;

export interface HistoryRow {
  readonly order: OrderRecord;
  readonly createdAt: number;
}

export interface OrderTable {
  load(shop: string, id: string): Promise<OrderRecord | null>;
  /** As `load`, and nobody else changes it until the transaction ends. */
  lock(shop: string, id: string): Promise<OrderRecord | null>;
  /** Inserts or replaces, with its look-up keys and a row for each hit: after a judgement. */
  save(order: OrderRecord): Promise<void>;
  /** Replaces what is neither key nor hit. */
  update(order: OrderRecord): Promise<void>;
  list(
    shop: string,
    filter: OrderFilter,
  ): Promise<{ orders: OrderRecord[]; nextCursor: string | null }>;
  /** Earlier orders that share one of `keys`, verified after decryption, newest first. */
  history(
    shop: string,
    keys: readonly OrderKey[],
    before: number,
    limit: number,
  ): Promise<HistoryRow[]>;
  waitingForRouting(
    shop: string,
  ): Promise<{ id: string; holdState: 'planned' | 'waiting'; judgedAt: number }[]>;
  /** The orders whose hold effects or snapshots know one of these fulfillment orders. */
  byFulfillmentOrder(shop: string, gids: readonly string[]): Promise<string[]>;
  /** Held and urgent as they are now; judged counts for orders created in [since, until). */
  countByState(shop: string, since: number, until: number | null): Promise<OrderCounts>;
  /** Waiting for a person: held, waiting or cannot be held, not decided; high first, then oldest. */
  waitingForPerson(shop: string, limit: number): Promise<OrderRecord[]>;
  watchdog(shop: string | null): Promise<Watchdog>;
  /** Totals and quantities of the shop's own counted orders since `since`, newest first. */
  figures(
    shop: string,
    since: number,
    limit: number,
  ): Promise<{ total: number; maxQuantity: number; lines: number }[]>;
  /** Oldest first; for judging again after the look-back. */
  idsAfter(
    shop: string,
    after: { createdAt: number; id: string } | null,
    limit: number,
  ): Promise<{ id: string; createdAt: number }[]>;
  count(shop: string): Promise<number>;
  eraseOrders(shop: string, ids: readonly string[]): Promise<void>;
}

export interface OrderCounts {
  readonly heldCount: number;
  readonly heldTotal: number;
  readonly urgent: number;
  readonly cannotHold: number;
  readonly judged: number;
  readonly caution: number;
  readonly high: number;
  readonly wouldHold: number;
}

// ---- effects -------------------------------------------------------------------------------

/** One thing that shall be so on the order in Shopify. `applied` is what Shopify last took. */
export interface EffectRecord {
  readonly orderId: string;
  readonly kind: 'tags' | 'risk-card' | 'hold';
  /** The fulfillment order's id for a hold, else ''. */
  readonly target: string;
  readonly desired: string;
  readonly applied: string | null;
  readonly state: 'planned' | 'done' | 'refused';
  /** For a hold in place: its id, by which alone it is released. */
  readonly holdId: string | null;
  readonly error: string | null;
}

export interface EffectTable {
  ofOrder(shop: string, orderId: string): Promise<EffectRecord[]>;
  save(shop: string, effect: EffectRecord, now: number): Promise<void>;
}

// ---- staff ---------------------------------------------------------------------------------

export interface ActionRecord {
  readonly id: string;
  readonly shop: string;
  readonly orderId: string;
  readonly kind: ActionKind;
  readonly state: ActionState;
  readonly undoUntil: number | null;
  readonly at: number;
  readonly byId: string;
  readonly byName: string;
  readonly input: ActionInput;
  /** Steps already made with Shopify, so that a second try knows. */
  readonly progress: ActionProgress;
  readonly failure: { readonly code: RefusalCode; readonly message: string } | null;
}

export interface ActionInput {
  readonly note: string | null;
  readonly seen: string | null;
  readonly cancel?: {
    readonly reason: 'CUSTOMER' | 'DECLINED' | 'FRAUD' | 'INVENTORY' | 'OTHER' | 'STAFF';
    readonly restock: boolean;
    readonly refund: boolean;
    readonly notifyCustomer: boolean;
  };
  readonly capture?: boolean;
  /** What stood before, for undo. */
  readonly before?: {
    readonly decision: DecisionRecord | null;
    readonly manualHold: string | null;
  };
}

export interface ActionProgress {
  /** The mutation left; whether it arrived is known only after `jobId` or a re-read. */
  readonly sent?: boolean;
  readonly jobId?: string;
  readonly polls?: number;
}

export interface ActionTable {
  /** false: one of this kind is scheduled or running on the order already. */
  insert(action: ActionRecord): Promise<boolean>;
  load(shop: string, id: string): Promise<ActionRecord | null>;
  update(
    shop: string,
    id: string,
    change: Partial<Pick<ActionRecord, 'state' | 'undoUntil' | 'progress' | 'failure'>>,
  ): Promise<void>;
  /** Newest first. */
  ofOrder(shop: string, orderId: string): Promise<ActionRecord[]>;
  doneSince(shop: string, since: number): Promise<{ kind: ActionKind; count: number }[]>;
}

export interface CaseRecord {
  readonly orderId: string;
  readonly openedAt: number;
  readonly reason: string;
}

export interface CaseTable {
  open(shop: string, orderId: string, reason: string, now: number): Promise<boolean>;
  close(shop: string, orderId: string, outcome: string, now: number): Promise<boolean>;
  openCase(shop: string, orderId: string): Promise<CaseRecord | null>;
  /** Which of these orders have an open case. */
  openAmong(shop: string, orderIds: readonly string[]): Promise<ReadonlySet<string>>;
}

export interface AuditEntry {
  readonly orderId: string | null;
  readonly at: number;
  readonly byKind: 'app' | 'shopify' | 'staff';
  readonly byId: string | null;
  readonly byName: string | null;
  readonly what: string;
  readonly details: Readonly<Record<string, string | number>>;
}

export interface AuditTable {
  add(shop: string, entry: AuditEntry): Promise<void>;
  ofOrder(shop: string, orderId: string, limit: number): Promise<AuditEntry[]>;
}

export type { OrderState };
