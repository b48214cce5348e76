import type { GiftCardUse } from '../../contract/gift-cards.ts';
import type { Locale } from '../../contract/level.ts';
import type {
  ActionDto,
  AddressDto,
  AuditDto,
  OrderDetail,
  OrderSummary,
  SignalDto,
} from '../../contract/orders.ts';
import type { SignalResult } from '../../risk/assessment.ts';
import { explainSignal, headline, topReasons } from '../../risk/explain.ts';
import { hitsStranger, nextStepKey } from '../../risk/next-step.ts';
import type { AddressFacts } from '../../risk/order-facts.ts';
import { moneyState, planNow } from '../actions/money-plan.ts';
import { stateOf } from '../judging/order-state.ts';
import type { ActionRecord, AuditEntry, CaseRecord, OrderRecord } from '../ports/storage-port.ts';
import { presentDispute, presentOutcome } from './present-outcome.ts';

const iso = (ms: number) => new Date(ms).toISOString();
const isoOrNull = (ms: number | null) => (ms === null ? null : iso(ms));

/** Shopify Payments keeps an authorization for seven days; other gateways do not tell. */
const authorizationMs = 7 * 86_400_000;

/** One line of the orders list, in the reader's language. */
export function presentOrder(
  order: OrderRecord,
  { locale, hasOpenCase }: { locale: Locale; hasOpenCase: boolean },
): OrderSummary {
  const { snapshot, assessment } = order;
  const oldest = moneyState(snapshot).voidable.map((t) => Date.parse(t.createdAt));
  return {
    id: order.id,
    name: snapshot.name,
    createdAt: snapshot.createdAt,
    level: assessment.level,
    points: assessment.points,
    checks: assessment.checks,
    verdict: order.plan.verdict,
    state: stateOf(order),
    reasons: [...topReasons(assessment, locale, 3)],
    total: snapshot.total,
    payment: { kind: order.paymentKind, name: order.facts.gateway ?? '' },
    buyer: personName(order.facts.billing) ?? personName(order.facts.shipping),
    heldSince: isoOrNull(order.heldSince),
    cannotHold: order.cannotHold,
    hasOpenCase,
    wouldHold: order.plan.hold && !order.acting,
    authorizationExpiresAt: oldest.length === 0 ? null : iso(Math.min(...oldest) + authorizationMs),
    list: listMarkOf(order),
  };
}

function personName(address: AddressFacts | null | undefined): string | null {
  const name = [address?.lastName, address?.firstName].filter(Boolean).join(' ');
  return name === '' ? null : name;
}

/** The weightiest stands first. */
function listMarkOf({ listMarks }: OrderRecord): OrderSummary['list'] {
  const mark = listMarks?.[0];
  return mark === undefined ? null : { match: mark.match, kind: mark.kind };
}

export interface DetailParts {
  readonly locale: Locale;
  readonly actions: readonly ActionRecord[];
  readonly audit: readonly AuditEntry[];
  readonly openCase: CaseRecord | null;
  readonly lists: OrderDetail['lists'];
  readonly giftCards: GiftCardUse | undefined;
  readonly contact: OrderDetail['contact'];
  readonly queueCase: OrderDetail['case'];
  readonly snoozes: OrderDetail['snoozes'];
}

/** The whole order page: why, what now, what happened. */
export function presentDetail(order: OrderRecord, parts: DetailParts): OrderDetail {
  const { locale } = parts;
  const { facts, snapshot, assessment } = order;
  const { authorized, captured, refunded } = moneyState(snapshot);
  return {
    ...presentOrder(order, { locale, hasOpenCase: parts.openCase !== null }),
    headline: headline(assessment, locale),
    nextStep: nextStepOf(order),
    signals: assessment.signals.map((signal) => presentSignal(signal, locale)),
    lists: parts.lists,
    plan: planNow(order),
    money: { status: snapshot.financialStatus ?? '', authorized, captured, refunded },
    email: facts.email ?? null,
    phone: facts.phone ?? facts.shipping?.phone ?? facts.billing?.phone ?? null,
    note: facts.note ?? null,
    shipping: presentAddress(facts.shipping),
    billing: presentAddress(facts.billing),
    items: (facts.items ?? []).map((item) => ({
      title: item.title,
      quantity: item.quantity,
      price:
        item.price === undefined
          ? null
          : { amount: item.price, currency: snapshot.total?.currency ?? 'JPY' },
    })),
    history: {
      earlierOrders: order.history.earlierOrders,
      goodOrders: order.history.goodOrders,
      firstOrderDaysAgo: order.history.firstOrderDaysAgo,
    },
    ...(parts.giftCards === undefined ? {} : { giftCards: parts.giftCards }),
    holds: snapshot.fulfillmentOrders.map((fulfillmentOrder) => ({
      fulfillmentOrder: fulfillmentOrder.gid,
      status: fulfillmentOrder.status,
      ours: fulfillmentOrder.holds.some((hold) => hold.ours),
    })),
    openCase:
      parts.openCase === null
        ? null
        : { openedAt: iso(parts.openCase.openedAt), reason: parts.openCase.reason },
    case: parts.queueCase,
    snoozes: parts.snoozes,
    outcome: presentOutcome(order),
    disputes: (snapshot.disputes ?? []).map(presentDispute),
    tags: [...snapshot.tags],
    test: snapshot.test,
    judgedAt: iso(order.judgedAt),
    adminUrl: `https://admin.shopify.com/store/${order.shop.replace('.myshopify.com', '')}/orders/${order.id}`,
    contact: parts.contact,
    actions: parts.actions.map(presentAction),
    audit: parts.audit.map(presentAudit),
  };
}

/** What a person does next; where it is decided or over, nothing. */
function nextStepOf(order: OrderRecord): string {
  const state = stateOf(order);
  if (state === 'cancelling') return 'wait-shopify';
  if (state === 'approved' || state === 'released') return 'ship';
  if (state === 'voided') return 'capture-or-void';
  if (state === 'shipped' && mayOweVictim(order)) return 'victim-repay';
  if (state !== 'held' && !(state === 'open' && order.plan.openCase)) return 'nothing';
  const step = nextStepKey(order.assessment);
  // Held for a rule of the shop (blocked COD, security code) though nothing is suspicious.
  return step === 'ship' ? 'look' : step;
}

/** Sent by COD to somebody who may have ordered nothing, and nobody has found otherwise. */
const mayOweVictim = ({ paymentKind, decision, assessment, listMarks = [] }: OrderRecord) =>
  paymentKind === 'cod' &&
  decision?.kind !== 'approved' &&
  (hitsStranger(assessment) || listMarks.some(({ kind }) => kind === 'protected'));

function presentSignal(signal: SignalResult, locale: Locale): SignalDto {
  const { name, because, caution } = explainSignal(signal, locale);
  return {
    id: signal.id,
    outcome: signal.outcome,
    points: signal.points,
    because,
    name,
    caution,
    counted: signal.counted,
  };
}

function presentAddress(address: AddressFacts | null | undefined): AddressDto | null {
  if (!address) return null;
  return {
    name: personName(address) ?? '',
    company: address.company ?? '',
    zip: address.zip ?? '',
    province: address.provinceCode ?? '',
    city: address.city ?? '',
    address1: address.address1 ?? '',
    address2: address.address2 ?? '',
    phone: address.phone ?? '',
    countryCode: address.countryCode ?? '',
  };
}

export const presentAction = (action: ActionRecord): ActionDto => ({
  id: action.id,
  kind: action.kind,
  state: action.state,
  undoUntil: isoOrNull(action.undoUntil),
  by: action.byName,
  at: iso(action.at),
  note: action.input.note,
  failure: action.failure === null ? null : { ...action.failure },
});

const presentAudit = (entry: AuditEntry): AuditDto => ({
  at: iso(entry.at),
  by: entry.byName ?? entry.byKind,
  byKind: entry.byKind,
  what: entry.what,
  details: { ...entry.details },
});
