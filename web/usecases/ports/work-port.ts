import type { WebhookEnvelope } from '../webhooks/webhook-payload.ts';

export interface InboxTable {
  load(shop: string, id: number): Promise<WebhookEnvelope | null>;
  /** Clears the body: personal data is not kept in the inbox. */
  finish(shop: string, id: number, state: 'done' | 'failed'): Promise<void>;
  /** As `finish` with 'done', in one statement. */
  finishAll(shop: string, ids: readonly number[]): Promise<void>;
}

export type TaskKind =
  | 'handle-webhook'
  | 'act-on-order'
  | 'run-action'
  | 'check-routing'
  | 'check-release'
  | 'read-shop'
  | 'look-back'
  | 'reconcile'
  | 'judge-again'
  | 'refresh-statistics'
  | 'judge-open-orders'
  | 'fill-queue'
  | 'work-imports'
  | 'sweep-lists'
  | 'deploy-notice'
  | 'deploy-checkout'
  | 'check-checkout'
  | 'send-alert'
  | 'send-digest'
  | 'watch-deadlines'
  | 'run-bulk'
  | 'send-mail'
  | 'contact-step'
  | 'capture-normal'
  | 'forget-buyer'
  | 'erase-shop'
  | 'sweep-personal-data';

/** Lower runs first: staff's clicks, then what must be held, then new orders, then the rest. */
export const taskPriority = { staff: 0, hold: 1, order: 2, background: 3 } as const;
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
  /** Since when it has been to be done. */
  readonly createdAt: number;
}

/** A task, why it was not done, and when: a failed one for the last time, another one for the next. */
export type TroubledTask = Task & { readonly error: string; readonly at: number };

export interface NewTask {
  readonly kind: TaskKind;
  readonly key: string;
  readonly subject?: string | null;
  readonly priority: TaskPriority;
  readonly runAt: number;
}

/** What makes a recurring task the same one: a shop has each once. */
export type RecurringTask = Pick<NewTask, 'kind' | 'key'>;

export interface TaskTable {
  /** Where the same task waits already it keeps the earlier time; where it runs, it runs once more. */
  enqueue(shop: string, task: NewTask, now: number): Promise<void>;
  /** Such a task waits already, as urgent and no later: to enqueue it would change nothing. */
  stands(shop: string, task: NewTask): Promise<boolean>;
  /** Takes up to `limit` due tasks, none of a subject in `busy`, and counts an attempt. */
  claim(shop: string, now: number, limit: number, busy: ReadonlySet<string>): Promise<Task[]>;
  finish(task: Task): Promise<void>;
  /** As `finish` for each of one shop's tasks, in one statement. */
  finishAll(shop: string, tasks: readonly Task[]): Promise<void>;
  /**
   * Comes again at `runAt`; `failed` keeps it out of the queue, to be shown; `fresh`: its tries are counted
   * from one again.
   */
  retry(
    task: Task,
    outcome: {
      runAt: number;
      error: string;
      failed: boolean;
      uncounted?: boolean;
      fresh?: boolean;
    },
  ): Promise<void>;
  /** Known shops in which this task does not stand, or stands failed. */
  shopsWithout(task: RecurringTask, limit: number): Promise<string[]>;
  cancel(shop: string, kind: TaskKind, key: string): Promise<void>;
  /** Failed and postponed tasks run now: a token or a scope has arrived, or somebody clicked. */
  revive(shop: string, now: number): Promise<number>;
  /** As `revive`, of one task; false: it has been done meanwhile, or is not this shop's. */
  reviveOne(shop: string, id: number, now: number): Promise<boolean>;
  /** Work that goes on being tried: all of it counted, the most urgent and oldest listed. */
  delayed(shop: string, limit: number): Promise<{ count: number; tasks: TroubledTask[] }>;
  /** Shops with work due, and when the next work falls due. */
  due(now: number): Promise<{ shops: string[]; nextAt: number | null }>;
  /** Tasks that a dead process had taken: back into the queue. Only where no other process can be at work. */
  releaseAll(): Promise<void>;
  /** As `releaseAll`, of one shop, but for those that its drain is working on. */
  release(shop: string, except: readonly number[]): Promise<void>;
  /** `oldestAt`: since when the work that has been due for longest has been due. */
  backlog(
    shop: string | null,
    now: number,
  ): Promise<{ waiting: number; failed: number; oldestAt: number | null }>;
  /** null: it is not in the queue. */
  stateOf(shop: string, kind: TaskKind, key: string): Promise<'due' | 'taken' | 'failed' | null>;
  failures(shop: string, limit: number): Promise<TroubledTask[]>;
}
