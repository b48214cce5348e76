import type { BulkRun } from '../../contract/queue.ts';
import type { Deps } from '../deps.ts';
import type { BulkRunRecord } from '../ports/bulk-port.ts';
import type { Answer, Caller } from '../use-cases.ts';

const shownItems = 1_000;
const shownRuns = 20;
const recentMs = 86_400_000;

/** null: the shop has no such run. */
export async function presentBulk(deps: Deps, shop: string, id: string): Promise<BulkRun | null> {
  const { bulk } = deps.storage.read;
  const run = await bulk.load(shop, id);
  if (run === null) return null;
  const items = await bulk.shown(shop, id, shownItems);
  return {
    ...(await withCounts(deps, run)),
    items: items.map(({ item, name }) => ({
      order: { id: item.orderId, name },
      state: item.state,
      code: item.code,
    })),
  };
}

export async function getBulk(deps: Deps, { shop }: Caller, id: string): Promise<Answer<BulkRun>> {
  const value = await presentBulk(deps, shop, id);
  return value === null ? { ok: false, code: 'not_found' } : { ok: true, value };
}

/** What runs, and what ended within a day: without items. */
export async function recentBulk(deps: Deps, { shop }: Caller): Promise<{ runs: BulkRun[] }> {
  const { bulk } = deps.storage.read;
  const found = await bulk.recent(shop, deps.now() - recentMs, shownRuns);
  return { runs: await Promise.all(found.map((run) => withCounts(deps, run))) };
}

async function withCounts(deps: Deps, run: BulkRunRecord): Promise<BulkRun> {
  const counts = await deps.storage.read.bulk.counts(run.shop, run.id);
  return {
    id: run.id,
    do: run.kind,
    by: run.staff.name ?? run.staff.userId,
    at: new Date(run.at).toISOString(),
    state: run.state,
    counts: { ...counts, all: Object.values(counts).reduce((sum, count) => sum + count, 0) },
    undoUntil: run.undoUntil === null ? null : new Date(run.undoUntil).toISOString(),
    items: [],
  };
}
