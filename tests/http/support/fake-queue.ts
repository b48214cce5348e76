import type { QueueRow, SavedView } from '../../../web/contract/queue.ts';
import type { QueueUseCases } from '../../../web/usecases/queue/queue-use-cases.ts';

const row: QueueRow = {
  id: '1',
  order: { id: '1001', name: '#1001', createdAt: '2026-11-22T03:00:00Z', state: 'held' },
  orders: 1,
  links: [],
  level: 'high',
  points: 65,
  reasons: [],
  total: null,
  payment: 'cod',
  buyer: null,
  openedAt: '2026-11-22T03:00:00Z',
  closedAt: null,
  deadline: null,
  assignee: null,
  stage: 'none',
  list: null,
};
const view: SavedView = { id: 'v-1', name: '今日', query: 'due=today', shared: false, own: true };
const changed = async () => ({ ok: true, value: row }) as const;
const noOrder = async () => ({ ok: false, code: 'not_found' }) as const;

/** What the routes ask of the queue, with one row that is always there. */
export const fakeQueue: QueueUseCases = {
  list: async () => ({
    ok: true,
    value: {
      rows: [row],
      nextCursor: null,
      counts: { open: 1, mine: 0, unassigned: 1, high: 1, overdue: 0, today: 0 },
      version: 1,
      staff: [],
      views: [view],
    },
  }),
  version: async () => ({ version: 1 }),
  assign: changed,
  merge: changed,
  split: changed,
  note: noOrder,
  snooze: noOrder,
  endSnooze: noOrder,
  saveView: async () => ({ ok: true, value: view }),
  removeView: async () => ({ ok: true, value: { views: [] } }),
  seen: async () => undefined,
};
