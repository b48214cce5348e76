import type { ListChangeAnswer, ListEntryDto } from '../../../web/contract/lists.ts';
import type { ListUseCases } from '../../../web/usecases/lists/list-use-cases.ts';

const entry: ListEntryDto = {
  id: 'e-1',
  kind: 'cod',
  identity: {
    emails: ['reidai@example.jp'],
    phones: [],
    name: null,
    reading: null,
    address: null,
    ip: null,
    card: null,
  },
  reason: 'refused',
  note: null,
  addedAt: '2026-11-22T03:00:00Z',
  addedBy: { kind: 'staff', name: '佐藤' },
  order: null,
  expiresAt: null,
};
const change: ListChangeAnswer = { entry, duplicate: false, reassessing: 0 };
const done = { ok: true, value: change } as const;

async function* lines() {
  yield '\uFEFFkind\r\n';
}

/** What the routes ask of the lists, with one entry that is always there. */
export const fakeLists: ListUseCases = {
  find: async () => ({
    ok: true,
    value: {
      entries: [entry],
      nextCursor: null,
      counts: { fraud: 0, cod: 1, watch: 0, allowed: 0, protected: 0 },
    },
  }),
  add: async () => ({ ok: true, value: { ...change, created: true } }),
  change: async () => done,
  remove: async () => done,
  restore: async () => done,
  bulk: async (_caller, { ids }) => ({
    ok: true,
    value: { results: ids.map((id) => ({ id, result: 'done' })), reassessing: 0 },
  }),
  export: async () => ({ ok: true, value: lines() }),
  propose: async () => ({ ok: false, code: 'not_found' }),
  returns: async () => ({
    ok: true,
    value: { applied: false, encoding: 'utf-8', columns: [], rows: [], counts: {} },
  }),
};
