import type { CannotHoldReason } from '../../contract/orders.ts';
import type { FulfillmentOrderSnapshot } from '../judging/order-snapshot.ts';
import { isOver, wantsHold } from '../judging/order-state.ts';
import type { EffectResult, OrderEffect } from '../ports/shopify-port.ts';
import type { EffectRecord, OrderRecord } from '../ports/storage-port.ts';

/** What is written on the order in words; made by the risk core in the shop's language. */
export interface OrderTexts {
  readonly riskCard: Extract<OrderEffect, { kind: 'risk-card' }> | null;
  /** Reason notes of the hold, no personal data. */
  readonly holdNotes: string;
}

/** An effect to send, and the record that it becomes when Shopify took it. */
export interface PlannedEffect {
  readonly effect: OrderEffect;
  readonly record: EffectRecord;
}

const heldTag = 'sekisho:held';
const approvedTag = 'sekisho:approved';

/**
 * What must be sent so that the order in Shopify is as this app wants it: the difference between
 * what is desired and what Shopify last took. Nothing outstanding, nothing sent.
 */
export function planEffects(
  order: OrderRecord,
  records: readonly EffectRecord[],
  texts: OrderTexts,
): PlannedEffect[] {
  if (isOver(order)) return planEnd(order, records);
  const holds = planHolds(order, records, texts.holdNotes);
  const willBeHeld = wantsHold(order) && (holds.some(isOn) || records.some(isInPlace));
  return [
    ...planTags(order, records, willBeHeld),
    ...planRiskCard(order, records, texts),
    ...holds,
  ];
}

/** A cancelled order is held by nobody: its level tag tells what it was, our other tag would lie. */
function planEnd(order: OrderRecord, records: readonly EffectRecord[]): PlannedEffect[] {
  const before = records.find((record) => record.kind === 'tags');
  const had: string[] = JSON.parse(before?.applied ?? '[]');
  if (order.snapshot.cancelledAt === null || !had.includes(heldTag)) return [];
  const desired = JSON.stringify(had.filter((tag) => tag !== heldTag));
  const record = effectRecord(order, 'tags', '', desired, before);
  return [{ effect: { kind: 'remove-tags', tags: [heldTag] }, record }];
}

const isOn = (planned: PlannedEffect) => planned.effect.kind === 'hold';
const isInPlace = (record: EffectRecord) => record.kind === 'hold' && record.applied === 'on';

/** The tags of ours that shall be on the order; null: the app has no business there. */
function desiredTags(order: OrderRecord, held: boolean): string[] | null {
  if (order.decision?.kind === 'approved') return [approvedTag];
  const level = order.acting ? order.plan.tags : [];
  return held ? [...level, heldTag] : [...level];
}

function planTags(
  order: OrderRecord,
  records: readonly EffectRecord[],
  held: boolean,
): PlannedEffect[] {
  const before = records.find((record) => record.kind === 'tags');
  const wanted = desiredTags(order, held) ?? [];
  const desired = JSON.stringify([...wanted].sort());
  const had: string[] = JSON.parse(before?.applied ?? '[]');
  if (JSON.stringify(had) === desired) return [];
  const record = effectRecord(order, 'tags', '', desired, before);
  const add = wanted.filter((tag) => !had.includes(tag));
  const remove = had.filter((tag) => !wanted.includes(tag));
  return [
    ...(remove.length > 0
      ? [{ effect: { kind: 'remove-tags', tags: remove } as const, record }]
      : []),
    ...(add.length > 0 ? [{ effect: { kind: 'add-tags', tags: add } as const, record }] : []),
  ];
}

function planRiskCard(
  order: OrderRecord,
  records: readonly EffectRecord[],
  texts: OrderTexts,
): PlannedEffect[] {
  const before = records.find((record) => record.kind === 'risk-card');
  // An order that was never touched gets no card; one that has a card keeps it up to date.
  const effect = texts.riskCard;
  if (effect === null) return [];
  const desired = JSON.stringify([effect.level, effect.facts]);
  if (before?.applied === desired || refusedAlready(before, desired)) return [];
  return [{ effect, record: effectRecord(order, 'risk-card', '', desired, before) }];
}

/** Shopify refused exactly this before (a risk card on a fulfilled order): asking again is noise. */
const refusedAlready = (before: EffectRecord | undefined, desired: string) =>
  before?.state === 'refused' && before.desired === desired;

function planHolds(
  order: OrderRecord,
  records: readonly EffectRecord[],
  notes: string,
): PlannedEffect[] {
  const ofTarget = new Map(
    records.filter((record) => record.kind === 'hold').map((record) => [record.target, record]),
  );
  if (!wantsHold(order)) return planReleases(order, [...ofTarget.values()]);
  return order.snapshot.fulfillmentOrders
    .filter((fulfillmentOrder) => isHoldable(fulfillmentOrder))
    .filter(({ gid }) => ofTarget.get(gid)?.applied !== 'on')
    .map(({ gid }) => ({
      effect: {
        kind: 'hold',
        fulfillmentOrder: gid,
        reason: order.manualHold === null ? 'HIGH_RISK_OF_FRAUD' : 'OTHER',
        notes,
      },
      record: effectRecord(order, 'hold', gid, 'on', ofTarget.get(gid)),
    }));
}

/** Ours by id only: a release without ids would lift every app's and the merchant's own holds. */
function planReleases(order: OrderRecord, records: readonly EffectRecord[]): PlannedEffect[] {
  return records.filter(isInPlace).flatMap((before) => {
    const ids = ourHoldIds(order, before);
    if (ids.length === 0) return [];
    const record = effectRecord(order, 'hold', before.target, 'off', before);
    return [{ effect: { kind: 'release', fulfillmentOrder: before.target, holdIds: ids }, record }];
  });
}

/** The id that Shopify gave when we held, or those that it shows as ours under our handle. */
function ourHoldIds(order: OrderRecord, record: EffectRecord): string[] {
  if (record.holdId !== null) return [record.holdId];
  const fulfillmentOrder = order.snapshot.fulfillmentOrders.find((fo) => fo.gid === record.target);
  return (fulfillmentOrder?.holds ?? [])
    .filter((hold) => hold.ours && hold.handle === 'sekisho')
    .map((hold) => hold.gid);
}

/** A hold of ours has to be lifted, and neither Shopify's answer nor the stored order names it. */
export const lacksHoldId = (order: OrderRecord, records: readonly EffectRecord[]) =>
  !isOver(order) &&
  !wantsHold(order) &&
  records.some((record) => isInPlace(record) && ourHoldIds(order, record).length === 0);

/** Open or scheduled, or on another's hold with room for ours. */
export const isHoldable = (fulfillmentOrder: FulfillmentOrderSnapshot) =>
  fulfillmentOrder.canHold && ['OPEN', 'SCHEDULED', 'ON_HOLD'].includes(fulfillmentOrder.status);

function effectRecord(
  order: OrderRecord,
  kind: EffectRecord['kind'],
  target: string,
  desired: string,
  before: EffectRecord | undefined,
): EffectRecord {
  return {
    orderId: order.id,
    kind,
    target,
    desired,
    applied: before?.applied ?? null,
    state: 'planned',
    holdId: before?.holdId ?? null,
    error: null,
  };
}

/** The record after Shopify's answer. */
export function settle({ effect, record }: PlannedEffect, result: EffectResult): EffectRecord {
  if (!result.ok) return { ...record, state: 'refused', error: result.message.slice(0, 300) };
  const done = { ...record, applied: record.desired, state: 'done' as const };
  if (effect.kind === 'hold') return { ...done, holdId: result.holdId ?? null };
  return effect.kind === 'release' ? { ...done, holdId: null } : done;
}

/** The fulfillment orders as they are after our holds were placed or lifted, without reading them. */
export function withOurHolds(
  fulfillmentOrders: readonly FulfillmentOrderSnapshot[],
  records: readonly EffectRecord[],
): FulfillmentOrderSnapshot[] {
  return fulfillmentOrders.map((fulfillmentOrder) => {
    const record = records.find(
      (one) => one.kind === 'hold' && one.target === fulfillmentOrder.gid,
    );
    if (record === undefined || record.applied === null) return fulfillmentOrder;
    const others = fulfillmentOrder.holds.filter((hold) => !hold.ours);
    if (record.applied === 'on') {
      // "Already in use" told no id: what was read before the try shows the hold itself.
      if (record.holdId === null) return fulfillmentOrder;
      const ours = { gid: record.holdId, handle: 'sekisho', ours: true };
      return { ...fulfillmentOrder, status: 'ON_HOLD', holds: [...others, ours] };
    }
    const isFree = fulfillmentOrder.status === 'ON_HOLD' && others.length === 0;
    return {
      ...fulfillmentOrder,
      status: isFree ? 'OPEN' : fulfillmentOrder.status,
      holds: others,
    };
  });
}

/** The order's tags as they are after Shopify took ours: their webhook then tells nothing new. */
export function withOurTags(
  tags: readonly string[],
  planned: readonly PlannedEffect[],
  results: readonly EffectResult[],
): readonly string[] {
  const kept = new Set(tags);
  for (const [index, { effect }] of planned.entries()) {
    if (results[index]?.ok !== true) continue;
    if (effect.kind === 'add-tags') for (const tag of effect.tags) kept.add(tag);
    if (effect.kind === 'remove-tags') for (const tag of effect.tags) kept.delete(tag);
  }
  return [...kept];
}

/** How the hold stands after the answers; `reason` says why it is not in place. */
export function holdOutcome(
  order: OrderRecord,
  records: readonly EffectRecord[],
  refusal: CannotHoldReason | null,
): { holdState: OrderRecord['holdState']; cannotHold: CannotHoldReason | null } {
  // That it was shipped though held is told for good.
  const isTold = isOver(order) && order.cannotHold === 'shipped';
  if (!wantsHold(order)) return { holdState: 'none', cannotHold: isTold ? 'shipped' : null };
  const fulfillmentOrders = order.snapshot.fulfillmentOrders;
  const live = new Set(fulfillmentOrders.map((fo) => fo.gid));
  const inPlace = records.some((record) => isInPlace(record) && live.has(record.target));
  const reason = refusal ?? blockedReason(fulfillmentOrders);
  if (inPlace) return { holdState: 'held', cannotHold: reason };
  if (fulfillmentOrders.length === 0) return { holdState: 'waiting', cannotHold: 'waiting' };
  return { holdState: 'cannot', cannotHold: reason ?? 'nothing-to-ship' };
}

function blockedReason(fulfillmentOrders: readonly FulfillmentOrderSnapshot[]) {
  if (fulfillmentOrders.some((fo) => fo.status === 'IN_PROGRESS')) return 'in-progress';
  return null;
}
