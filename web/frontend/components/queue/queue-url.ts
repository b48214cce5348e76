import type { ContactStage } from '../../../contract/contact.ts';
import { type Level, levels } from '../../../contract/level.ts';
import type { PaymentKind } from '../../../contract/orders.ts';
import type { QueueQuery, QueueSort } from '../../../contract/queue.ts';

export type DueKind = NonNullable<QueueQuery['due']>;

/** The contract's words, written out: its schemas would bring zod to every page that shows them. */
export const stages: readonly ContactStage[] = [
  'none',
  'called',
  'asked',
  'reminded',
  'last-notice',
  'decide',
  'answered',
];
export const payments: readonly PaymentKind[] = [
  'cod',
  'card',
  'konbini',
  'bank',
  'deferred',
  'other',
  'none',
];
export const dues: readonly DueKind[] = ['overdue', 'today', 'until-today', 'week'];
export const sorts: readonly QueueSort[] = ['urgency', 'deadline', 'amount', 'age'];

/** What the queue is narrowed to; it lives in the address bar so that it can be shared. */
export interface QueueFilter {
  readonly level: readonly Level[];
  readonly stage: readonly ContactStage[];
  readonly payment: readonly PaymentKind[];
  readonly due: DueKind | null;
  /** `me`, `none`, a Shopify user id, or '' for everybody. */
  readonly who: string;
  readonly closed: boolean;
  readonly q: string;
  readonly sort: QueueSort;
}

export const wholeQueue: QueueFilter = {
  level: [],
  stage: [],
  payment: [],
  due: null,
  who: '',
  closed: false,
  q: '',
  sort: 'urgency',
};

/** Unknown words in an old or mistyped address are left out instead of breaking the page. */
export function readQueueFilter(params: URLSearchParams): QueueFilter {
  const who = params.get('who') ?? '';
  return {
    level: pick(params.get('level'), levels),
    stage: pick(params.get('stage'), stages),
    payment: pick(params.get('payment'), payments),
    due: dues.find((known) => known === params.get('due')) ?? null,
    who: /^(me|none|\d{1,20})$/.test(who) ? who : '',
    closed: params.get('closed') === '1',
    q: params.get('q')?.slice(0, 200) ?? '',
    sort: sorts.find((known) => known === params.get('sort')) ?? 'urgency',
  };
}

/** Replaces only our own parameters, Shopify's stand in the same address; another filter begins at its first page. */
export function writeQueueFilter(params: URLSearchParams, filter: QueueFilter): URLSearchParams {
  const next = new URLSearchParams(params);
  put(next, 'level', filter.level.join(','));
  put(next, 'stage', filter.stage.join(','));
  put(next, 'payment', filter.payment.join(','));
  put(next, 'due', filter.due ?? '');
  put(next, 'who', filter.who);
  put(next, 'closed', filter.closed ? '1' : '');
  put(next, 'q', filter.q.trim());
  put(next, 'sort', filter.sort === 'urgency' ? '' : filter.sort);
  next.delete('cursor');
  return next;
}

/** What a saved view keeps: the same filter always gives the same text. */
export const queryOf = (filter: QueueFilter): string =>
  writeQueueFilter(new URLSearchParams(), filter).toString();

export const filterOf = (query: string): QueueFilter => readQueueFilter(new URLSearchParams(query));

/** The query of `GET /api/queue`. */
export function queuePath(filter: QueueFilter, cursor: string | null, limit?: number): string {
  const query = writeQueueFilter(new URLSearchParams(), filter);
  if (cursor !== null) query.set('cursor', cursor);
  if (limit !== undefined) query.set('limit', String(limit));
  const text = query.toString();
  return text === '' ? '/api/queue' : `/api/queue?${text}`;
}

function pick<T extends string>(text: string | null, known: readonly T[]): T[] {
  const words = new Set((text ?? '').split(','));
  return known.filter((word) => words.has(word));
}

function put(params: URLSearchParams, name: string, value: string): void {
  if (value === '') params.delete(name);
  else params.set(name, value);
}
