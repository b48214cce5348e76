import { z } from 'zod';
import { contactStages } from './contact.ts';
import { type Level, levels, type OrderState } from './level.ts';
import type { ListMark } from './lists.ts';
import type { Money, PaymentKind } from './orders.ts';

/**
 * The queue: cases that wait for a person. A case is of one order; cases whose orders share a buyer
 * are linked and stand in one row.
 */

/** Until when something must be done: the card's authorization runs out, the parcel was promised, the buyer was to answer. */
export const deadlineKinds = ['authorization', 'ship', 'reply'] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

/** Why cases are linked; `staff`: a person put them together. */
export const linkKinds = ['customer', 'email', 'phone', 'place', 'card', 'ip', 'staff'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** `urgency`: level, then deadline; `age`: longest waiting first. */
export const queueSorts = ['urgency', 'deadline', 'amount', 'age'] as const;
export type QueueSort = (typeof queueSorts)[number];

/** `today`: from now until the shop's midnight; `until-today`: what is overdue too. */
export const dueKinds = ['overdue', 'today', 'until-today', 'week'] as const;

const comma = <T extends string>(values: readonly T[]) =>
  z
    .string()
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(z.enum(values as [T, ...T[]])));

const paymentKinds = ['cod', 'card', 'konbini', 'bank', 'deferred', 'other', 'none'] as const;

/** What a view of the queue shows; all of it together. */
const queueFilter = {
  level: comma(levels).optional(),
  stage: comma(contactStages).optional(),
  payment: comma(paymentKinds).optional(),
  due: z.enum(dueKinds).optional(),
  /** `me`, `none`, or a Shopify user id. */
  who: z
    .string()
    .regex(/^(me|none|\d{1,20})$/)
    .optional(),
  /** Cases that were closed, newest first, instead of those that are open. */
  closed: z.enum(['1']).optional(),
  /** As `q` of GET /api/orders. */
  q: z.string().trim().max(200).optional(),
  sort: z.enum(queueSorts).optional(),
};

export const queueQuery = z.object({
  ...queueFilter,
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type QueueQuery = z.infer<typeof queueQuery>;

export interface StaffDto {
  /** Shopify's user id. */
  id: string;
  name: string;
}

export interface DeadlineDto {
  kind: DeadlineKind;
  at: string;
  /** From then on it is near, and an alert may go out. */
  warnAt: string;
}

/** One row: linked cases, told by the most urgent of their orders. */
export interface QueueRow {
  /** Of the row; digits. */
  id: string;
  /** The order it is told by. */
  order: { id: string; name: string; createdAt: string; state: OrderState };
  /** Orders with an open case in it (for closed rows: all), this one among them. */
  orders: number;
  links: LinkKind[];
  level: Level;
  points: number;
  /** At most three, a few words each. */
  reasons: string[];
  /** Sum over its orders in the shop's currency. */
  total: Money | null;
  payment: PaymentKind;
  buyer: string | null;
  openedAt: string;
  closedAt: string | null;
  deadline: DeadlineDto | null;
  assignee: StaffDto | null;
  stage: (typeof contactStages)[number];
  list: ListMark | null;
}

export interface QueueCounts {
  open: number;
  mine: number;
  unassigned: number;
  high: number;
  overdue: number;
  today: number;
}

/** A filter that somebody gave a name. `query` is what stands behind `?` in GET /api/queue. */
export interface SavedView {
  id: string;
  name: string;
  query: string;
  /** Everybody of the shop sees it. */
  shared: boolean;
  /** The caller made it and may delete it. */
  own: boolean;
}

/** `GET /api/queue`: all that a page view needs. */
export interface QueueAnswer {
  rows: QueueRow[];
  nextCursor: string | null;
  counts: QueueCounts;
  /** Rises with every change of the queue. */
  version: number;
  /** Who can be assigned: everybody who has opened the app here. */
  staff: StaffDto[];
  views: SavedView[];
}

/** `GET /api/queue/version`: asked every few seconds. */
export interface QueueVersion {
  version: number;
}

export const viewBody = z.strictObject({
  name: z.string().trim().min(1).max(40),
  query: z.string().max(400),
  shared: z.boolean().default(false),
});
export type ViewBody = z.infer<typeof viewBody>;

const caseId = z.string().regex(/^\d{1,9}$/);
/** `POST /api/cases/:id/assign`; null: nobody. */
export const assignBody = z.strictObject({
  to: z
    .string()
    .regex(/^\d{1,20}$/)
    .nullable(),
});
/** `POST /api/cases/:id/merge`: the other row's cases come into this one. */
export const mergeBody = z.strictObject({ with: caseId });
/** `POST /api/cases/:id/split`: the order gets a row of its own again. */
export const splitBody = z.strictObject({ orderId: z.string().regex(/^\d{1,20}$/) });
/** `POST /api/orders/:id/notes` */
export const noteBody = z.strictObject({ text: z.string().trim().min(1).max(2000) });

/** `POST /api/orders/:id/snooze`: the signal is not judged for this buyer until then. */
export const snoozeBody = z.strictObject({
  signal: z.string().regex(/^[a-z0-9-]{1,60}$/),
  days: z.number().int().min(1).max(730),
  note: z.string().trim().max(255).optional(),
});
export type SnoozeBody = z.infer<typeof snoozeBody>;

/** On the order page: the case of this order and what it is linked with. */
export interface CaseDto {
  /** Of the queue's row. */
  id: string;
  openedAt: string;
  closedAt: string | null;
  assignee: StaffDto | null;
  /** Of this order, the nearest first. */
  deadlines: DeadlineDto[];
  /** The other orders of the row. */
  linked: {
    id: string;
    name: string;
    createdAt: string;
    level: Level;
    state: OrderState;
    total: Money | null;
    /** What it shares with this order; empty: linked through another order. */
    links: LinkKind[];
  }[];
  notes: { at: string; by: string; text: string }[];
  /** As `snoozes` of the order page. */
  snoozes: SnoozeDto[];
}

/** A signal that is not judged for this buyer until then. */
export interface SnoozeDto {
  id: string;
  signal: string;
  until: string;
  by: string;
  note: string | null;
}

/** What many orders can be told at once. `assign` takes rows of the queue, the others orders. */
export const bulkKinds = ['release', 'approve', 'cancel', 'assign'] as const;
export type BulkKind = (typeof bulkKinds)[number];

export const bulkBody = z.strictObject({
  do: z.enum(bulkKinds),
  /** Rows of the queue; each order of theirs with an open case. */
  cases: z.array(caseId).min(1).max(1000),
  /** For `assign`. */
  to: assignBody.shape.to.optional(),
  note: z.string().trim().max(255).optional(),
});
export type BulkBody = z.infer<typeof bulkBody>;

export const bulkItemStates = ['waiting', 'running', 'done', 'refused', 'stopped'] as const;

/** `POST /api/bulk`, `GET /api/bulk/:id`, `POST /api/bulk/:id/stop` */
export interface BulkRun {
  id: string;
  do: BulkKind;
  by: string;
  at: string;
  state: 'running' | 'done' | 'stopped';
  counts: Record<(typeof bulkItemStates)[number], number> & { all: number };
  /** Until then nothing irreversible is sent and all of it can be stopped; null: nothing to wait for. */
  undoUntil: string | null;
  /** Those that are not done come first; at most 1,000. */
  items: {
    order: { id: string; name: string };
    state: (typeof bulkItemStates)[number];
    /** A code of `errors.ts`, for `refused`. */
    code: string | null;
  }[];
}
