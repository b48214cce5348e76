import type { Deps } from '../deps.ts';
import { enqueueJudgeOpen } from '../judging/judge-open-orders.ts';
import {
  BatchGone,
  type CheckIo,
  type ImportJob,
  type ImportRecord,
  type Written,
} from '../ports/list-import-port.ts';
import type { Tables, Task } from '../ports/storage-port.ts';
import { defaultExpiry } from './list-entries-check.ts';
import { unreadSettings } from './list-imports-dto.ts';

/** With fewer new entries than this the keys go among those of single entries: no segment of their own. */
const fewEntries = 50_000;
/** Files are dropped a few pieces at a time. */
const piecesOfSlice = 4;
/** After so many tries a file is at fault, and not the moment. */
const mostTries = 3;

/** One piece of work a shop: two imports never run side by side, so neither misses the other's rows. */
export const enqueueImports = (tx: Tables, shop: string, now: number): Promise<void> =>
  tx.tasks.enqueue(
    shop,
    { kind: 'work-imports', key: '', priority: 'background', runAt: now },
    now,
  );

/** Somebody decided otherwise while it ran: what it found is of no use any more. */
class ImportChanged extends Error {
  constructor() {
    super('the import was changed meanwhile');
    this.name = 'ImportChanged';
  }
}

/** The oldest import that has something to be done; comes again until there is none. */
export async function workImports(deps: Deps, task: Task): Promise<{ runAt: number } | undefined> {
  const record = await deps.storage.read.imports.next(task.shop);
  if (record === null) return undefined;
  try {
    if (record.state === 'checking') await check(deps, record);
    else if (record.state === 'importing') await write(deps, record);
    else await clear(deps, record);
  } catch (error) {
    await failed(deps, task, record, error);
  }
  return { runAt: deps.now() };
}

async function failed(deps: Deps, task: Task, record: ImportRecord, error: unknown): Promise<void> {
  if (error instanceof ImportChanged || error instanceof BatchGone) return;
  if (task.attempts < mostTries) throw error;
  const { shop, id } = record;
  deps.log.error({ shop, import: id, err: error }, 'an import failed');
  await deps.storage.write(async (tx) => {
    const now = await tx.imports.load(shop, id);
    if (now === null || now.state !== record.state) return;
    if (now.batch !== null) await tx.imports.dropBatch(shop, now.batch);
    const details = { ...now.details, failure: 'internal' as const };
    await tx.imports.save({ ...now, state: 'failed', batch: null, details }, now.run);
  });
}

/** What was begun by a process that died, or before somebody chose otherwise, no longer counts. */
async function takeOver(
  deps: Deps,
  record: ImportRecord,
  change: (tx: Tables) => Promise<Partial<ImportRecord>>,
): Promise<ImportRecord> {
  return deps.storage.write(async (tx) => {
    const mine = { ...record, ...(await change(tx)), run: deps.newId(), done: 0 };
    if (!(await tx.imports.save(mine, record.run))) throw new ImportChanged();
    return mine;
  });
}

async function jobOf(deps: Deps, record: ImportRecord): Promise<ImportJob> {
  const { shop, id, bytes, total, details } = record;
  const now = deps.now();
  return {
    ...{ shop, importId: id, bytes, settings: details.settings, isChosen: details.isChosen },
    ...{ secrets: await deps.storage.bulk.secrets(shop), by: details.by, rows: total, now },
    expiresAt: defaultExpiry(now),
  };
}

const ioOf = ({ storage }: Deps, record: ImportRecord): CheckIo => ({
  chunk: (no) => storage.bulk.chunk(record.id, no),
  standing: (prints) => storage.bulk.standing(record.shop, prints),
  async progress(done, total) {
    const isMine = await storage.write((tx) => tx.imports.progress(record, done, total));
    if (!isMine) throw new ImportChanged();
  },
});

async function check(deps: Deps, found: ImportRecord): Promise<void> {
  const record = await takeOver(deps, found, async () => ({}));
  const checked = await deps.imports.check(await jobOf(deps, record), ioOf(deps, record));
  const details = { ...record.details, ...checked };
  const { rows } = checked.counts;
  await keep(deps, {
    ...record,
    state: checked.failure === null ? 'ready' : 'failed',
    done: rows,
    total: rows,
    details,
  });
}

const keep = (deps: Deps, record: ImportRecord): Promise<void> =>
  deps.storage.write(async (tx) => {
    const kept = await tx.imports.save({ ...record, changedAt: deps.now() }, record.run);
    if (!kept) throw new ImportChanged();
  });

async function write(deps: Deps, found: ImportRecord): Promise<void> {
  const { shop } = found;
  const { bulk } = deps.storage;
  const record = await takeOver(deps, found, async (tx) => {
    if (found.batch !== null) await tx.imports.dropBatch(shop, found.batch);
    return { batch: await tx.imports.openBatch(shop) };
  });
  const { batch } = record;
  if (batch === null) throw new Error('an import without a batch');
  const isFew = record.details.counts.added < fewEntries;
  const written = await deps.imports.write(
    { ...(await jobOf(deps, record)), batch },
    {
      ...ioOf(deps, record),
      newSegment: () => bulk.newSegment(shop, batch, isFew),
      writeEntries: (slice) => bulk.writeEntries(batch, slice),
      writeRun: (slice) => bulk.writeRun(batch, slice),
    },
  );
  await bulk.settle();
  await finish(deps, record, batch, written);
  await clearAway(deps, record.id);
}

/** All of it becomes visible here, and the open orders are judged with it. */
async function finish(
  deps: Deps,
  record: ImportRecord,
  batch: number,
  { counts, byKind }: Written,
): Promise<void> {
  const { shop } = record;
  await deps.storage.write(async (tx) => {
    const columns = record.details.columns.map(({ name }) => ({ name, samples: [] }));
    const details = { ...record.details, counts, byKind, columns };
    const done = { ...record, state: 'done' as const, done: counts.rows, total: counts.rows };
    const ended = { ...done, details, changedAt: deps.now() };
    if (!(await tx.imports.save(ended, record.run))) throw new ImportChanged();
    if (!(await tx.imports.showBatch(shop, batch, byKind))) throw new ImportChanged();
    await auditImport(deps, tx, ended, 'list-imported');
    if (counts.added > 0) await enqueueJudgeOpen(tx, shop, null, deps.now());
  });
  deps.wake(shop);
}

/** The file of a finished import, and what half-written ones have left. */
async function clearAway({ storage }: Deps, importId: string): Promise<void> {
  while ((await storage.write((tx) => tx.imports.dropChunks(importId, piecesOfSlice))) > 0);
  while ((await storage.bulk.endGone()) > 0);
}

async function clear(deps: Deps, record: ImportRecord): Promise<void> {
  await clearAway(deps, record.id);
  const details = { ...record.details, columns: [], settings: unreadSettings };
  const total = record.details.counts.rows;
  const gone = { ...record, state: 'removed' as const, batch: null, chunks: 0, details };
  await keep(deps, { ...gone, done: total, total });
}

export const auditImport = (
  deps: Deps,
  tx: Tables,
  { shop, details }: ImportRecord,
  what: 'list-imported' | 'list-import-removed',
) =>
  tx.audit.add(shop, {
    ...{ orderId: null, at: deps.now(), byKind: 'staff' as const, what },
    ...{ byId: details.by.id, byName: details.by.name },
    details: { added: details.counts.added, rows: details.counts.rows },
  });
