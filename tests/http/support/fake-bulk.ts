import type { BulkRun } from '../../../web/contract/queue.ts';
import type { BulkUseCases } from '../../../web/usecases/bulk/bulk-use-cases.ts';

const run: BulkRun = {
  id: 'bulk-1',
  do: 'release',
  by: '佐藤 花子',
  at: '2026-11-22T03:00:00Z',
  state: 'running',
  counts: { all: 1, waiting: 1, running: 0, done: 0, refused: 0, stopped: 0 },
  undoUntil: null,
  items: [{ order: { id: '1001', name: '#1001' }, state: 'waiting', code: null }],
};

const found = async (id: string) =>
  id === run.id ? ({ ok: true, value: run } as const) : ({ ok: false, code: 'not_found' } as const);

/** What the routes ask of bulk runs, with one that is always there. */
export const fakeBulk: BulkUseCases = {
  start: async () => ({ ok: true, value: { run, created: true } }),
  recent: async () => ({ runs: [{ ...run, items: [] }] }),
  load: (_caller, id) => found(id),
  stop: (_caller, id) => found(id),
};
