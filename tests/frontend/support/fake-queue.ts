import { fieldErrors } from '../../../web/contract/field-errors.ts';
import type { OrderDetail } from '../../../web/contract/orders.ts';
import {
  assignBody,
  type QueueAnswer,
  type QueueRow,
  queueQuery,
} from '../../../web/contract/queue.ts';
import { type FakeAnswer, type FakeOptions, meAnswer, ok, refusal } from './fake-answers.ts';

/** The cases of the fake API: one row an order that waits. It links, sorts and narrows little. */
export class FakeQueue {
  readonly #options: FakeOptions;
  readonly #orders: readonly OrderDetail[];
  readonly #assigned = new Map<string, QueueRow['assignee']>();
  #version = 1;

  constructor(options: FakeOptions, orders: readonly OrderDetail[]) {
    this.#options = options;
    this.#orders = orders;
  }

  /** null: no route of the queue. */
  answer(method: string, url: URL, body: unknown): FakeAnswer | null {
    const assigned = /^\/api\/cases\/(\d+)\/assign$/.exec(url.pathname);
    if (method === 'POST' && assigned) return this.#assign(assigned[1] ?? '', body);
    if (url.pathname === '/api/queue/version') return ok({ version: this.#version });
    if (url.pathname === '/api/queue') return this.#list(url);
    return url.pathname === '/api/bulk' ? ok({ runs: [] }) : null;
  }

  #assign(id: string, body: unknown): FakeAnswer {
    const parsed = assignBody.safeParse(body);
    if (!parsed.success) return refusal('invalid', { fields: fieldErrors(parsed.error) });
    const person = this.#staff().find((known) => known.id === parsed.data.to) ?? null;
    this.#assigned.set(id, person);
    this.#version += 1;
    return ok({});
  }

  #list(url: URL): FakeAnswer {
    const query = queueQuery.safeParse(Object.fromEntries(url.searchParams));
    if (!query.success) return refusal('invalid', { fields: fieldErrors(query.error) });
    const { level, payment, who, closed, q, limit } = query.data;
    const open = this.#orders.filter(({ hasOpenCase }) => hasOpenCase).map((o) => this.#row(o));
    const { userId } = meAnswer(this.#options);
    const wanted = who === 'me' ? userId : who;
    const found = open.filter(
      (row) =>
        closed === undefined &&
        (level === undefined || level.includes(row.level)) &&
        (payment === undefined || payment.includes(row.payment)) &&
        (wanted === undefined || (row.assignee?.id ?? 'none') === wanted) &&
        (!q || row.order.name.startsWith(q)),
    );
    const answer: QueueAnswer = {
      rows: found.slice(0, limit),
      nextCursor: null,
      counts: {
        open: open.length,
        mine: open.filter(({ assignee }) => assignee?.id === userId).length,
        unassigned: open.filter(({ assignee }) => assignee === null).length,
        high: open.filter((row) => row.level === 'high').length,
        overdue: 0,
        today: 0,
      },
      version: this.#version,
      staff: this.#staff(),
      views: [],
    };
    return ok(answer);
  }

  #row(order: OrderDetail): QueueRow {
    const { id, name, createdAt, state, level, points, reasons, total, buyer, list } = order;
    const until = order.authorizationExpiresAt;
    return {
      ...{ id, level, points, reasons, total, buyer, list },
      ...{ order: { id, name, createdAt, state }, orders: 1, links: [], stage: 'none' },
      payment: order.payment.kind,
      openedAt: createdAt,
      closedAt: null,
      deadline: until === null ? null : { kind: 'authorization', at: until, warnAt: createdAt },
      assignee: this.#assigned.get(id) ?? null,
    };
  }

  #staff() {
    const { userId, name } = meAnswer(this.#options);
    return [
      { id: userId, name },
      { id: '90000002', name: '見本 花子' },
    ];
  }
}
