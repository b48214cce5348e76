import { z } from 'zod';
import type { ListKind, ListReason } from '../risk/list-entry.ts';
import { isReasonFor, listKinds, listReasons } from './list-kinds.ts';
import type { AddressDto } from './orders.ts';

export type { ListKind, ListReason };
export { isReasonFor, listKinds, listReasons };

const text = (max: number) => z.string().trim().max(max);
const optional = (max: number) => text(max).nullable().default(null);
const kindList = z
  .string()
  .transform((given) => given.split(',').filter(Boolean))
  .pipe(z.array(z.enum(listKinds)))
  .optional();

const address = z.strictObject({
  zip: text(20).default(''),
  /** `JP-13`. */
  province: text(10).default(''),
  city: text(255).default(''),
  address1: text(255).default(''),
  address2: text(255).default(''),
});

/** By what an order is recognised, as it was typed; at least one key must come of it. */
export const listIdentityBody = z.strictObject({
  emails: z.array(text(254)).max(10).default([]),
  phones: z.array(text(40)).max(10).default([]),
  name: optional(200),
  /** Kana. */
  reading: optional(200),
  address: address.nullable().default(null),
  ip: optional(45),
  card: z
    .strictObject({
      bin: z.string().regex(/^\d{6,8}$/),
      last4: z.string().regex(/^\d{4}$/),
      expiry: optional(7),
    })
    .nullable()
    .default(null),
});
export type ListIdentityBody = z.infer<typeof listIdentityBody>;

/** POST /api/lists and PUT /api/lists/:id. */
export const listEntryBody = z.strictObject({
  kind: z.enum(listKinds),
  identity: listIdentityBody,
  reason: z.enum(listReasons),
  note: optional(500),
  /** ISO date or time; absent: 36 months from now; null: never. */
  expiresAt: z.iso.datetime({ offset: true }).nullable().optional(),
  /** Legacy id of the order that it is taken from. */
  orderId: z
    .string()
    .regex(/^\d{1,20}$/)
    .optional(),
});
export type ListEntryBody = z.infer<typeof listEntryBody>;

/** DELETE /api/lists/:id and POST …/:id/restore: why, for the audit. */
export const listNoteBody = z.strictObject({ note: text(255).optional() });
export type ListNoteBody = z.infer<typeof listNoteBody>;

/** GET /api/lists/export: `kind` takes a comma list; absent: all. */
export const listExportQuery = z.object({ kind: kindList });

export const listQuery = z.object({
  kind: kindList,
  /** An exact e-mail, phone, postal code, name, address or IP, in any spelling. */
  q: text(300).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type ListQuery = z.infer<typeof listQuery>;

export interface ListEntryDto {
  id: string;
  kind: ListKind;
  identity: {
    emails: string[];
    phones: string[];
    name: string | null;
    reading: string | null;
    address: Omit<AddressDto, 'name' | 'company' | 'phone' | 'countryCode'> | null;
    ip: string | null;
    card: { bin: string; last4: string; expiry: string | null } | null;
  };
  reason: ListReason;
  note: string | null;
  addedAt: string;
  /** The staff member's name; `import` and `app` have words of their own. */
  addedBy: { kind: 'staff' | 'import' | 'app'; name: string | null };
  order: { id: string; name: string } | null;
  expiresAt: string | null;
}

export interface ListAnswer {
  entries: ListEntryDto[];
  nextCursor: string | null;
  /** Entries in force of each kind. */
  counts: Record<ListKind, number>;
}

/** Answer of POST, PUT, DELETE and restore: what stands now, and what follows from it. */
export interface ListChangeAnswer {
  entry: ListEntryDto;
  /** The same entry stood already, in another spelling perhaps: nothing was added. */
  duplicate: boolean;
  /** Open orders that are judged again because of it. */
  reassessing: number;
}

/** POST /api/lists/bulk: one change to many; the answer tells each id. */
export const listBulkBody = z.strictObject({
  ids: z.array(z.string().min(1).max(64)).min(1).max(1000),
  change: z.discriminatedUnion('do', [
    z.strictObject({ do: z.literal('remove') }),
    z.strictObject({ do: z.literal('restore') }),
    z.strictObject({ do: z.literal('kind'), kind: z.enum(listKinds) }),
    z.strictObject({
      do: z.literal('expiry'),
      expiresAt: z.iso.datetime({ offset: true }).nullable(),
    }),
  ]),
});
export type ListBulkBody = z.infer<typeof listBulkBody>;
export interface ListBulkAnswer {
  results: { id: string; result: 'done' | 'unchanged' | 'not_found' | 'duplicate' }[];
  reassessing: number;
}

/** How an order agrees with an entry, for the orders list: the weightiest one. */
export interface ListMark {
  match: 'exact' | 'similar' | 'shown';
  kind: ListKind;
}

/** One field of an order beside the same field of an entry. */
export interface ListComparison {
  field: 'email' | 'phone' | 'address' | 'card' | 'name' | 'ip';
  /** `same` and `similar` in the words of 一致 / 類似; `other`: both known, and they differ. */
  grade: 'same' | 'similar' | 'other';
  /** Both values in pieces, for marking: `agrees` tells whether the other side has it too. */
  order: ListPiece[];
  entry: ListPiece[];
}
export interface ListPiece {
  text: string;
  agrees: boolean;
}

/** An entry that an order agrees with, on the order page: `OrderDetail.lists`. */
export interface ListMatchDto {
  entry: ListEntryDto;
  /** `shown`: a name or an IP alone, told and not scored. */
  match: 'exact' | 'similar' | 'shown';
  comparisons: ListComparison[];
}

/** GET /api/orders/:id/list-proposal: what could be put on a list from this order, in the order's own spelling. */
export interface ListProposal {
  identity: ListEntryDto['identity'];
  /** Proposed by what happened to the order: cancelled as fraud → fraud, refused COD → cod … */
  kind: ListKind;
  reason: ListReason;
  /** Entries that were taken from this order already. */
  existing: ListEntryDto[];
  /**
   * What of the order's identity is not proposed, and why: many strangers share a forwarding
   * service's warehouse, so its address is no key without the customer's own code.
   */
  leftOut: { field: 'address'; why: 'forwarder-without-code' }[];
}

/** POST /api/orders/:id/outcome: how the order ended, as staff found out; `null` takes it back. */
export const outcomeKinds = ['refused', 'unclaimed', 'fraud', 'delivered'] as const;
export const outcomeBody = z.strictObject({
  outcome: z
    .strictObject({
      kind: z.enum(outcomeKinds),
      note: text(255).optional(),
      /** Yen, for refused and unclaimed: shipping both ways, COD fee, goods that cannot be sold again. */
      loss: z
        .strictObject({
          shippingOut: z.number().int().min(0).max(10_000_000).default(0),
          shippingBack: z.number().int().min(0).max(10_000_000).default(0),
          codFee: z.number().int().min(0).max(10_000_000).default(0),
          goods: z.number().int().min(0).max(100_000_000).default(0),
        })
        .optional(),
    })
    .nullable(),
});
export type OutcomeBody = z.infer<typeof outcomeBody>;

export interface OutcomeDto {
  kind: (typeof outcomeKinds)[number] | 'dispute';
  at: string;
  /** Staff's name; null: told by Shopify or by a carrier's report. */
  by: string | null;
  note: string | null;
  loss: { shippingOut: number; shippingBack: number; codFee: number; goods: number } | null;
}
