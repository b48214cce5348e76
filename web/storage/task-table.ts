import type { Knex } from 'knex';
import {
  type NewTask,
  type RecurringTask,
  type Task,
  type TaskKind,
  type TaskPriority,
  type TaskTable,
  taskPriority,
} from '../usecases/ports/storage-port.ts';
import { noTasksKnown, type StandingTasks } from './standing-tasks.ts';

interface TaskRow {
  id: number;
  shop: string;
  kind: TaskKind;
  key: string;
  subject: string | null;
  priority: number;
  run_at: number;
  attempts: number;
  error: string | null;
  created_at: number;
}

/** Told of each shop that was given work, and when it is to run: who else works is woken at the commit. */
export type FallsDue = (shop: string, runAt: number) => void;

/** States: `due` (waits for run_at), `taken`, `failed` (kept and shown). A finished task is gone. */
export function taskTable(
  db: Knex,
  fallsDue: FallsDue = () => undefined,
  standing: StandingTasks = noTasksKnown,
): TaskTable {
  return {
    async enqueue(shop, task, now) {
      if (standing.has(shop, task)) return;
      await enqueue(db, shop, task, now);
      standing.enqueued(shop, task);
      fallsDue(shop, task.runAt);
    },
    stands: async (shop, task) => standing.has(shop, task) || stands(db, shop, task),
    async claim(shop, now, limit, busy) {
      const tasks = await claim(db, shop, now, limit, busy);
      for (const { kind, key } of tasks) standing.gone(shop, kind, key);
      return tasks;
    },
    finish: (task) => finishAll(db, task.shop, [task]),
    finishAll: (shop, tasks) => finishAll(db, shop, tasks),
    async retry(task, { runAt, error, failed, uncounted, fresh }) {
      standing.gone(task.shop, task.kind, task.key);
      await db('tasks')
        .where({ id: task.id, shop: task.shop })
        .update({
          state: failed ? 'failed' : 'due',
          run_at: runAt,
          error: error.slice(0, 500),
          again: 0,
          ...(uncounted ? { attempts: Math.max(0, task.attempts - 1) } : {}),
          ...(fresh ? { attempts: 0 } : {}),
          // It comes again by plan, not by a fault: it has not been waiting since its first time.
          ...(error === '' ? { created_at: runAt } : {}),
        });
    },
    async cancel(shop, kind, key) {
      standing.gone(shop, kind, key);
      await db('tasks').where({ shop, kind, key, state: 'due' }).delete();
    },
    revive(shop, now) {
      fallsDue(shop, now);
      return toBeRevived(db, shop).update({ state: 'due', run_at: now, attempts: 0 });
    },
    async reviveOne(shop, id, now) {
      fallsDue(shop, now);
      const revived = await toBeRevived(db, shop)
        .where({ id })
        .update({ state: 'due', run_at: now, attempts: 0 });
      return revived > 0;
    },
    delayed: (shop, limit) => delayed(db, shop, limit),
    shopsWithout: (task, limit) => shopsWithout(db, task, limit),
    due: (now) => due(db, now),
    async releaseAll() {
      await db('tasks').where({ state: 'taken' }).update({ state: 'due' });
    },
    async release(shop, except) {
      await db('tasks')
        .where({ shop, state: 'taken' })
        .whereNotIn('id', except)
        .update({ state: 'due' });
    },
    backlog: (shop, now) => backlog(db, shop, now),
    async stateOf(shop, kind, key) {
      const row = await db('tasks').where({ shop, kind, key }).first('state');
      return row?.state ?? null;
    },
    async failures(shop, limit) {
      const rows: TaskRow[] = await db('tasks')
        .where({ shop, state: 'failed' })
        .orderBy('run_at', 'desc')
        .limit(limit);
      return rows.map((row) => ({ ...toTask(row), error: row.error ?? '', at: row.run_at }));
    },
  };
}

/** Failed, or tried in vain and put off. Work that comes again by plan has an empty error. */
const toBeRevived = (db: Knex, shop: string) =>
  db('tasks')
    .where({ shop })
    .where((is) =>
      is
        .where({ state: 'failed' })
        .orWhere((waits) => waits.where({ state: 'due' }).where('error', '<>', '')),
    );

/** So many tries span half a minute: what is mended sooner is no news. */
const triesBeforeNews = 6;

async function delayed(db: Knex, shop: string, limit: number) {
  const late = () =>
    db('tasks')
      .where({ shop, state: 'due' })
      .where('error', '<>', '')
      .where((is) =>
        is
          .where('attempts', '>=', triesBeforeNews)
          .orWhere('error', 'no-token')
          .orWhere('error', 'like', 'shop-unavailable%'),
      );
  const rows: TaskRow[] = await late().orderBy(['priority', 'created_at', 'id']).limit(limit);
  const all = await late().count({ n: '*' }).first();
  const tasks = rows.map((row) => ({ ...toTask(row), error: row.error ?? '', at: row.run_at }));
  return { count: Number(all?.n ?? 0), tasks };
}

/** A task that is taken right now is marked to run once more: what came meanwhile is not lost. */
async function enqueue(db: Knex, shop: string, task: NewTask, now: number): Promise<void> {
  await db('tasks')
    .insert({
      shop,
      kind: task.kind,
      key: task.key,
      subject: task.subject ?? null,
      priority: taskPriority[task.priority],
      run_at: task.runAt,
      state: 'due',
      created_at: Math.max(now, task.runAt),
    })
    .onConflict(['shop', 'kind', 'key'])
    .merge({
      run_at: db.raw(
        `case when tasks.state = 'due' and tasks.run_at < ? then tasks.run_at else ? end`,
        [task.runAt, task.runAt],
      ),
      priority: db.raw('case when tasks.priority < ? then tasks.priority else ? end', [
        taskPriority[task.priority],
        taskPriority[task.priority],
      ]),
      again: db.raw(`case when tasks.state = 'taken' then 1 else 0 end`),
      attempts: db.raw(`case when tasks.state = 'failed' then 0 else tasks.attempts end`),
      state: db.raw(`case when tasks.state = 'taken' then 'taken' else 'due' end`),
    });
}

async function stands(db: Knex, shop: string, { kind, key, runAt, priority }: NewTask) {
  const row = await db('tasks')
    .where({ shop, kind, key, state: 'due' })
    .where('run_at', '<=', runAt)
    .where('priority', '<=', taskPriority[priority])
    .first('id');
  return row !== undefined;
}

/** Skips the orders that are being worked on: tasks of one order run one after another. */
async function claim(
  db: Knex,
  shop: string,
  now: number,
  limit: number,
  busy: ReadonlySet<string>,
): Promise<Task[]> {
  const rows: TaskRow[] = await db('tasks')
    .where({ shop, state: 'due' })
    .where('run_at', '<=', now)
    .orderBy([{ column: 'priority' }, { column: 'run_at' }, { column: 'id' }])
    .limit(limit + busy.size * 4);
  const subjects = new Set(busy);
  const taken: TaskRow[] = [];
  for (const row of rows) {
    if (taken.length === limit) break;
    if (row.subject !== null && subjects.has(row.subject)) continue;
    if (row.subject !== null) subjects.add(row.subject);
    taken.push(row);
  }
  if (taken.length > 0) {
    await db('tasks')
      .whereIn(
        'id',
        taken.map((row) => row.id),
      )
      .update({ state: 'taken', attempts: db.raw('attempts + 1') });
  }
  return taken.map((row) => toTask({ ...row, attempts: row.attempts + 1 }));
}

/** What was asked for once more while it ran stays, and is due. */
async function finishAll(db: Knex, shop: string, tasks: readonly Task[]): Promise<void> {
  const ids = tasks.map(({ id }) => id);
  const gone = await db('tasks').where({ shop, again: 0 }).whereIn('id', ids).delete();
  if (gone === ids.length) return;
  await db('tasks')
    .where({ shop })
    .whereIn('id', ids)
    .update({ state: 'due', again: 0, attempts: 0, error: null, created_at: db.ref('run_at') });
}

async function shopsWithout(db: Knex, { kind, key }: RecurringTask, limit: number) {
  const rows: { shop: string }[] = await db('shops')
    .leftJoin('tasks', (on) =>
      on
        .on('tasks.shop', 'shops.shop')
        .andOnVal('tasks.kind', kind)
        .andOnVal('tasks.key', key)
        .andOnVal('tasks.state', '<>', 'failed'),
    )
    .whereNull('tasks.id')
    .orderBy('shops.shop')
    .limit(limit)
    .select('shops.shop');
  return rows.map(({ shop }) => shop);
}

/** Two looks into one index: what waits for later is never read, however much it is. */
async function due(db: Knex, now: number) {
  const rows: { shop: string }[] = await db('tasks')
    .where({ state: 'due' })
    .where('run_at', '<=', now)
    .distinct('shop');
  const later = await db('tasks')
    .where({ state: 'due' })
    .where('run_at', '>', now)
    .min({ at: 'run_at' })
    .first();
  return { shops: rows.map(({ shop }) => shop), nextAt: later?.at ?? null };
}

async function backlog(db: Knex, shop: string | null, now: number) {
  const all = () => (shop === null ? db('tasks') : db('tasks').where({ shop }));
  const waiting = await all()
    .where('run_at', '<=', now)
    .whereIn('state', ['due', 'taken'])
    .count({ n: '*' })
    .min({ oldest: 'run_at' })
    .first();
  const failed = await all().where({ state: 'failed' }).count({ n: '*' }).first();
  return {
    waiting: Number(waiting?.n ?? 0),
    failed: Number(failed?.n ?? 0),
    oldestAt: waiting?.oldest ?? null,
  };
}

const priorityNames = new Map<number, TaskPriority>(
  Object.entries(taskPriority).map(([name, value]) => [value, name as TaskPriority]),
);

const toTask = (row: TaskRow): Task => ({
  id: row.id,
  shop: row.shop,
  kind: row.kind,
  key: row.key,
  subject: row.subject,
  priority: priorityNames.get(row.priority) ?? 'background',
  attempts: row.attempts,
  createdAt: row.created_at,
});
