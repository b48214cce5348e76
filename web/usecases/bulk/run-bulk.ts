import type { Deps } from '../deps.ts';
import type { BulkItem, BulkRunRecord, RunningItem } from '../ports/bulk-port.ts';
import type { Tables, Task } from '../ports/storage-port.ts';
import { workItem } from './work-item.ts';

/** Actions whose work is due at a time: more would stand before another person's single click. */
const mostDue = 24;
/** Cancellations wait their undo window out; they cost nothing meanwhile. */
const mostUnderWay = 300;
/** Orders taken in one go. */
const slice = 12;
const abreast = 4;
const lookAgainMs = 300;

/**
 * One slice of a run: writes down what has ended, takes the next orders, comes again. What it knows is
 * in rows: where the process dies, the next one goes on, and nothing is done twice.
 */
export async function runBulk(deps: Deps, task: Task): Promise<{ runAt: number } | undefined> {
  const { read } = deps.storage;
  const run = await read.bulk.load(task.shop, task.key);
  if (run === null) return undefined;
  const underWay = await settle(deps, run);
  await workAll(deps, run, await nextItems(deps, run, underWay));
  const { waiting, running } = await read.bulk.counts(run.shop, run.id);
  if (waiting + running > 0) return { runAt: deps.now() + lookAgainMs };
  await deps.storage.write((tx) => tx.bulk.end(run.shop, run.id, 'done'));
  return undefined;
}

/** Items whose action has ended end with it. @returns those that have not */
async function settle(deps: Deps, run: BulkRunRecord): Promise<RunningItem[]> {
  const { shop, id } = run;
  const items = await deps.storage.read.bulk.underWay(shop, id);
  const isOver = ({ action }: RunningItem) =>
    action !== null && action.state !== 'scheduled' && action.state !== 'running';
  const ended = items.filter(isOver);
  if (ended.length > 0) {
    await deps.storage.write(async (tx) => {
      for (const one of ended) {
        await tx.bulk.move(shop, id, one.item.no, 'running', await endOf(tx, shop, one));
      }
    });
  }
  return items.filter((one) => !isOver(one));
}

async function endOf(tx: Tables, shop: string, { item, action }: RunningItem) {
  if (action?.state === 'done') return { state: 'done' } as const;
  if (action?.state === 'undone') return { state: 'stopped' } as const;
  const failed = item.actionId === null ? null : await tx.actions.load(shop, item.actionId);
  return { state: 'refused', code: failed?.failure?.code ?? 'internal' } as const;
}

/** Begun before, without an action: a process died over them. They come first. */
async function nextItems(
  deps: Deps,
  run: BulkRunRecord,
  underWay: readonly RunningItem[],
): Promise<BulkItem[]> {
  const begun = underWay.filter(({ action }) => action === null).map(({ item }) => item);
  if (run.state !== 'running') return begun;
  const now = deps.now();
  const due = underWay.filter(({ action }) => (action?.undoUntil ?? 0) <= now).length;
  const free = Math.min(slice, mostDue - due, mostUnderWay - underWay.length);
  if (free <= 0) return begun;
  return [...begun, ...(await deps.storage.read.bulk.waiting(run.shop, run.id, free))];
}

/** What throws is tried again with the next slice; the others are not kept waiting by it. */
async function workAll(deps: Deps, run: BulkRunRecord, items: readonly BulkItem[]): Promise<void> {
  const left = [...items];
  const faults: unknown[] = [];
  const hand = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) {
      await workItem(deps, run, item).catch((error: unknown) => faults.push(error));
    }
  };
  await Promise.all(Array.from({ length: abreast }, hand));
  if (faults.length > 0) throw faults[0];
}

/** All tries are used up: what is left is told as such, and the run ends. */
export async function giveUpBulk(deps: Deps, task: Task): Promise<void> {
  const { shop, key } = task;
  await deps.storage.write(async (tx) => {
    const stuck = (await tx.bulk.underWay(shop, key)).filter(({ action }) => action === null);
    for (const { item } of stuck) {
      await tx.bulk.move(shop, key, item.no, 'running', { state: 'refused', code: 'internal' });
    }
    await tx.bulk.stopWaiting(shop, key);
    await tx.bulk.end(shop, key, 'stopped');
  });
}
