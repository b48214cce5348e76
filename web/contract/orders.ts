import { z } from 'zod';
import type { CardDto } from './checkout-card.ts';
import type { ContactDto } from './contact.ts';
import type { RefusalCode } from './errors.ts';
import type { GiftCardUse } from './gift-cards.ts';
import type { ActionKind, ActionState, Level, OrderState, Outcome, Verdict } from './level.ts';
import { type actionKinds, levels, orderStates } from './level.ts';
import type { ListMark, ListMatchDto, OutcomeDto } from './lists.ts';
import type { CaseDto, SnoozeDto } from './queue.ts';

/** A comma list in a query string, each part one of `values`. */
const commaList = <T extends string>(values: readonly T[]) =>
  z
    .string()
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(z.enum(values as [T, ...T[]])))
    .optional();

export const listOrdersQuery = z.object({
  level: commaList(levels),
  state: commaList(orderStates),
  q: z.string().trim().max(200).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type ListOrdersQuery = z.infer<typeof listOrdersQuery>;

const note = z.string().trim().max(255).optional();
const seen = z.string().max(100).optional();

/** Request bodies of the actions. An empty body means the defaults. */
export const actionBodies = {
  cancel: z.strictObject({
    reason: z
      .enum(['CUSTOMER', 'DECLINED', 'FRAUD', 'INVENTORY', 'OTHER', 'STAFF'])
      .default('FRAUD'),
    restock: z.boolean().default(true),
    refund: z.boolean().default(true),
    notifyCustomer: z.boolean().default(false),
    note,
    seen,
  }),
  void: z.strictObject({ note, seen }),
  approve: z.strictObject({ note, capture: z.boolean().default(false), seen }),
  release: z.strictObject({ note }),
  hold: z.strictObject({ note: z.string().trim().min(1).max(255) }),
  reassess: z.strictObject({}),
} satisfies Record<(typeof actionKinds)[number], z.ZodType>;
export type ActionBody<K extends ActionKind = ActionKind> = z.infer<(typeof actionBodies)[K]>;

/** A finding of staff (photo, telephone, map): the ids that begin with `staff-`. */
export const staffCheckBody = z.strictObject({
  check: z.string().regex(/^staff-[a-z0-9-]{1,60}$/),
  result: z.enum(['hit', 'no-hit', 'unknown']),
  note,
});
export type StaffCheckBody = z.infer<typeof staffCheckBody>;

export const undoBody = z.strictObject({ actionId: z.string().min(1).max(64) });

/** Amounts are decimal numbers in the currency's own unit (yen have no decimals). */
export interface Money {
  amount: number;
  currency: string;
}

export type PaymentKind = 'cod' | 'card' | 'konbini' | 'bank' | 'deferred' | 'other' | 'none';

export interface OrderSummary {
  /** Digits of Shopify's legacy order id. */
  id: string;
  name: string;
  createdAt: string;
  level: Level;
  points: number;
  checks: number;
  verdict: Verdict;
  state: OrderState;
  /** The three weightiest reasons in a few words each, in the language of the request. */
  reasons: string[];
  total: Money | null;
  payment: { kind: PaymentKind; name: string };
  /** Family name and given name of the orderer, or null where Shopify gave none. */
  buyer: string | null;
  heldSince: string | null;
  /** Why the plan's hold is not in place, or null. */
  cannotHold: CannotHoldReason | null;
  hasOpenCase: boolean;
  /** In observe mode the app would have held it. */
  wouldHold: boolean;
  /** ISO time at which the card's authorization runs out, where there is one. */
  authorizationExpiresAt: string | null;
  /** The weightiest entry of the shop's list that it agreed with when it was judged. */
  list: ListMark | null;
}

/** `waiting`: fulfillment orders are not routed yet, the hold follows as soon as they are. */
export type CannotHoldReason =
  | 'waiting'
  | 'shipped'
  | 'in-progress'
  | 'nothing-to-ship'
  | 'hold-limit'
  | 'missing-scope'
  | 'refused';

export interface ListOrdersAnswer {
  orders: OrderSummary[];
  nextCursor: string | null;
}

export interface SignalDto {
  id: string;
  outcome: Outcome;
  points: number;
  /** The reason with the order's facts filled in; for `unknown`, what is missing. */
  because: string;
  name: string;
  /** What speaks against alarm; only on hits. */
  caution: string;
  counted: boolean;
}

/** What cancel would do to the buyer's money. */
export type MoneyEffect =
  | 'release-authorization'
  | 'refund-captured'
  | 'keep-captured'
  | 'nothing-cod'
  | 'nothing-unpaid'
  | 'nothing-free';

export type PlanStep =
  | {
      possible: true;
      effect: MoneyEffect;
      amount: Money | null;
      restock: boolean;
      notifyCustomer: boolean;
    }
  | { possible: false; refusal: RefusalCode };

/** What the buttons would do now. `hash` changes whenever the money or the shipment did. */
export interface PlanDto {
  hash: string;
  cancel: PlanStep;
  void: { possible: true; amount: Money } | { possible: false; refusal: RefusalCode };
  /** Present where approve can capture a waiting authorization. */
  capture: { possible: true; amount: Money } | { possible: false };
  approve: boolean;
  release: boolean;
  hold: boolean;
}

export interface ActionDto {
  id: string;
  kind: ActionKind;
  state: ActionState;
  /** ISO time until which `POST …/undo` takes it back; null where it cannot be undone any more. */
  undoUntil: string | null;
  by: string;
  at: string;
  note: string | null;
  /** Why it failed: a refusal code, and Shopify's own words where it has some. */
  failure: { code: RefusalCode; message: string } | null;
}

export interface AuditDto {
  at: string;
  /** `app`, `shopify`, or the staff member's name. */
  by: string;
  byKind: 'app' | 'shopify' | 'staff' | 'buyer';
  /** Key of the sentence in the locales: `audit.<what>`. */
  what: string;
  /** Values for that sentence. */
  details: Record<string, string | number>;
}

export interface AddressDto {
  name: string;
  company: string;
  zip: string;
  province: string;
  city: string;
  address1: string;
  address2: string;
  phone: string;
  countryCode: string;
}

export interface DisputeDto {
  /** null: Shopify did not tell. */
  type: 'chargeback' | 'inquiry' | null;
  /** Shopify's DisputeStatus in small letters (needs_response, won, lost …); keys of `disputes.status.*`. */
  status: string;
  at: string | null;
  /** Until then Shopify takes evidence. */
  evidenceDueBy: string | null;
  amount: Money | null;
  /** Shopify's word (fraudulent, product_not_received …); keys of `disputes.reason.*`. */
  reason: string | null;
}

export interface OrderDetail extends OrderSummary {
  headline: string;
  /** Key of a plain sentence in the locales: `nextStep.<key>`. */
  nextStep: string;
  signals: SignalDto[];
  /** Entries of the shop's list that it agrees with now, the weightiest first. */
  lists: ListMatchDto[];
  plan: PlanDto;
  money: {
    status: string;
    authorized: Money | null;
    captured: Money | null;
    refunded: Money | null;
  };
  /** Its card's security code and what followed from it; absent or null: no card was used. */
  card?: CardDto | null;
  email: string | null;
  phone: string | null;
  note: string | null;
  shipping: AddressDto | null;
  billing: AddressDto | null;
  items: { title: string; quantity: number; price: Money | null }[];
  history: {
    earlierOrders: number | null;
    goodOrders: number | null;
    firstOrderDaysAgo: number | null;
  };
  /** Absent: neither this order nor the buyer's earlier ones moved any. */
  giftCards?: GiftCardUse;
  holds: { fulfillmentOrder: string; status: string; ours: boolean }[];
  openCase: { openedAt: string; reason: string } | null;
  /** Its place in the queue, also after it was closed; null: it never had one. */
  case: CaseDto | null;
  /** Signals that are not judged for this buyer now. */
  snoozes: SnoozeDto[];
  /** How it ended, as staff, a carrier's report or Shopify told; null: nobody said anything. */
  outcome: OutcomeDto | null;
  /** Chargebacks and inquiries at Shopify Payments. */
  disputes: DisputeDto[];
  tags: string[];
  test: boolean;
  judgedAt: string;
  /** Shopify admin's page of this order. */
  adminUrl: string;
  /** Calls, letters and answers. */
  contact: ContactDto | null;
  actions: ActionDto[];
  audit: AuditDto[];
}

export interface ActionAnswer {
  action: ActionDto;
  order: OrderSummary;
}
