import { z } from 'zod';
import type { accessKinds, RequestState } from './privacy-words.ts';

export * from './privacy-words.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** `GET /api/privacy/access/export` */
export const accessFilter = z.object({
  /** Days of the shop's time zone, both included. */
  from: day.optional(),
  to: day.optional(),
  /** A staff member's Shopify user id. */
  who: z
    .string()
    .regex(/^[A-Za-z0-9:._-]{1,64}$/)
    .optional(),
  /** An order's name (#1001), or the digits of its id. */
  order: z.string().trim().max(100).optional(),
});
export type AccessFilter = z.infer<typeof accessFilter>;

/** `GET /api/privacy/access` */
export const accessQuery = accessFilter.extend({
  cursor: z
    .string()
    .max(400)
    .regex(/^\d{1,9}(?:\|[\x20-\x7b\x7d-\x7e]{0,100}){3}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type AccessQuery = z.infer<typeof accessQuery>;

export interface AccessRow {
  /** The first view of that hour. */
  at: string;
  by: string;
  kind: (typeof accessKinds)[number];
  order: { id: string; name: string | null } | null;
  /** What else it was of: kinds of lists, the number of a request. */
  subject: string | null;
}

export interface AccessAnswer {
  rows: AccessRow[];
  nextCursor: string | null;
  people: { id: string; name: string }[];
}

/** `POST /api/privacy/requests/:id/done` */
export const requestDoneBody = z.strictObject({ done: z.boolean() });
export type RequestDoneBody = z.infer<typeof requestDoneBody>;

export interface PrivacyRequestDto {
  id: string;
  kind: 'data-request' | 'customer-redact';
  state: RequestState;
  at: string;
  dueAt: string;
  orders: number;
  doneAt: string | null;
  doneBy: string | null;
  /** There is something to be downloaded. */
  hasFile: boolean;
}

/** `GET /api/privacy` */
export interface PrivacyAnswer {
  requests: PrivacyRequestDto[];
  retention: RetentionDto;
  /** What of the app's data is kept how long, in months or days. */
  kept: { accessMonths: number; failedWebhookDays: number; auditMonths: number };
}

/** What a number of months would erase at the next sweep. */
export interface RetentionDto {
  months: number;
  /** Orders from before this day are erased. */
  before: string;
  /** Stored orders that are older. */
  orders: number;
  /** Older ones that stay as long as they are held or their case is open. */
  held: number;
  lastSweepAt: string | null;
  nextSweepAt: string | null;
}

/** `GET /api/privacy/retention` */
export const retentionQuery = z.object({ months: z.coerce.number().int().min(1).max(120) });
export type RetentionQuery = z.infer<typeof retentionQuery>;
