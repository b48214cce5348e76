import { z } from 'zod';
import { auditOthers } from './audit-groups.ts';

export * from './audit-groups.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const auditFilter = z.object({
  /** Days of the shop's time zone, both included. */
  from: day.optional(),
  to: day.optional(),
  who: z.union([z.enum(auditOthers), z.string().regex(/^\d{1,20}$/)]).optional(),
  /** Comma list of what was done (`audit.<what>`). */
  what: z
    .string()
    .max(4000)
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(z.string().regex(/^[a-z-]{1,60}$/)).max(200))
    .optional(),
  /** An order's name (#1001), or the digits of its id. */
  order: z.string().trim().max(100).optional(),
});
export type AuditFilter = z.infer<typeof auditFilter>;

/** `GET /api/audit` */
export const auditQuery = auditFilter.extend({
  cursor: z
    .string()
    .regex(/^\d{1,16}-\d{1,16}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type AuditQuery = z.infer<typeof auditQuery>;

const plainValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** `details.changes` of an entry, as it is kept: values as the machine has them, in no language. */
export const storedChanges = z.array(
  z.object({
    field: z.string(),
    item: z.string().nullable(),
    before: plainValue,
    after: plainValue,
  }),
);

/** One value before and after, in the reader's language; null: there was none. */
export interface AuditChange {
  field: string;
  before: string | null;
  after: string | null;
}

export interface AuditRow {
  id: string;
  at: string;
  byKind: 'app' | 'shopify' | 'staff' | 'buyer';
  /** The person's name, or a word for who it was. */
  by: string;
  what: string;
  /** What was done, as a sentence. */
  text: string;
  /** The rest of what is known of it. */
  details: string[];
  /** What somebody wrote as the reason. */
  why: string | null;
  changes: AuditChange[];
  order: { id: string; name: string | null } | null;
}

export interface AuditAnswer {
  rows: AuditRow[];
  nextCursor: string | null;
  /** Staff who did anything, for the filter; with the first page only. */
  people: { id: string; name: string }[] | null;
}
