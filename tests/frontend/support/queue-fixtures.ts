import type { QueueRow } from '../../../web/contract/queue.ts';

/** A case of one card order; made-up people. */
export const queueRow = (part: Partial<QueueRow> = {}): QueueRow => ({
  id: '1',
  order: { id: '5001', name: '#1001', createdAt: '2026-11-23T00:00:00.000Z', state: 'held' },
  orders: 1,
  links: [],
  level: 'high',
  points: 60,
  reasons: ['転送サービス宛'],
  total: { amount: 12_000, currency: 'JPY' },
  payment: 'card',
  buyer: '例示 太郎',
  openedAt: '2026-11-23T00:00:00.000Z',
  closedAt: null,
  deadline: null,
  assignee: null,
  stage: 'none',
  list: null,
  ...part,
});
