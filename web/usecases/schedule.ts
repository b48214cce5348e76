import type { Deps } from './deps.ts';
import type { RecurringTask, Tables, Task, TaskKind } from './ports/storage-port.ts';
import { everyMs as reconcileEveryMs } from './reconcile/reconcile-state.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

interface Recurring extends RecurringTask {
  /** Milliseconds between two runs; a handler that answers a time of its own is followed instead. */
  readonly everyMs: number;
  /**
   * `every`: each shop that is known has it, from its first webhook until it is erased. `where-asked`: a use
   * case enqueues it, and it comes again for as long as its handler answers a time.
   */
  readonly shops: 'every' | 'where-asked';
  /** Never at the same time as other work of this subject in the shop. */
  readonly subject: string | null;
}

const every = (kind: TaskKind, everyMs: number): Recurring => ({
  kind,
  key: '',
  everyMs,
  shops: 'every',
  subject: null,
});
const whereAsked = (kind: TaskKind, everyMs: number): Recurring => ({
  ...every(kind, everyMs),
  shops: 'where-asked',
});

/**
 * All work that comes by itself, and how often. It stands in the task table once a shop, so it runs once
 * a period however many processes are up; none of them leads. To add one: its line here, its handler in
 * `task-handlers.ts`. A handler that fails for good is tried again a period later, never dropped.
 */
export const schedule: readonly Recurring[] = [
  every('sweep-lists', day),
  every('sweep-personal-data', day),
  { ...every('refresh-statistics', day), key: 'daily', subject: 'statistics' },
  whereAsked('check-checkout', day),
  every('reconcile', reconcileEveryMs),
  whereAsked('send-digest', day),
  whereAsked('watch-deadlines', 10 * minute),
];

const planted = schedule.filter(({ shops }) => shops === 'every');
const shopsOfSlice = 100;

const entryOf = ({ kind, key }: RecurringTask) =>
  schedule.find((entry) => entry.kind === kind && entry.key === key);

export const isRecurring = (task: RecurringTask): boolean => entryOf(task) !== undefined;

/** When a recurring task that is done comes again; undefined: it is done for good. Pure. */
export function nextRun(task: RecurringTask, now: number): { readonly runAt: number } | undefined {
  const entry = entryOf(task);
  return entry?.shops === 'every' ? { runAt: now + entry.everyMs } : undefined;
}

/** When a recurring task that failed for good is tried anew; undefined: the task is none. Pure. */
export function runAfterFailure(task: RecurringTask, now: number): number | undefined {
  const entry = entryOf(task);
  return entry === undefined ? undefined : now + entry.everyMs;
}

/** Whether the row goes though the schedule wants it: a shop that was erased needs nothing any more. */
export async function isOver(tx: Tables, task: Task): Promise<boolean> {
  return isRecurring(task) && (await tx.shops.find(task.shop)) === null;
}

/**
 * A shop's first run lies anywhere within the period, always at the same place: ten thousand shops that
 * come up together do not sweep together. Pure.
 */
export function firstRun(shop: string, { kind, everyMs }: Recurring, now: number): number {
  let hash = 0;
  for (const letter of `${kind} ${shop}`) hash = (hash * 31 + letter.charCodeAt(0)) % 0x7fffffff;
  return now + (hash % everyMs);
}

/** For a new shop: everything that each shop has. What waits already keeps its earlier time. */
export async function plantFor(tx: Tables, shop: string, now: number): Promise<void> {
  for (const entry of planted) await plant(tx, shop, entry, now);
}

/** For all shops: what an update added, and shops that only ever sent webhooks. Cheap where nothing lacks. */
export async function plantSchedule({
  storage,
  now,
}: Pick<Deps, 'storage' | 'now'>): Promise<void> {
  for (const entry of planted) {
    for (;;) {
      const shops = await storage.read.tasks.shopsWithout(entry, shopsOfSlice);
      if (shops.length === 0) break;
      await storage.write(async (tx) => {
        for (const shop of shops) await plant(tx, shop, entry, now());
      });
    }
  }
}

const plant = (tx: Tables, shop: string, entry: Recurring, now: number) =>
  tx.tasks.enqueue(
    shop,
    {
      kind: entry.kind,
      key: entry.key,
      subject: entry.subject,
      priority: 'background',
      runAt: firstRun(shop, entry, now),
    },
    now,
  );
