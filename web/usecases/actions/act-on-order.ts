import type { CannotHoldReason } from '../../contract/orders.ts';
import { tellCannotHold } from '../alerts/tell-order.ts';
import type { Deps } from '../deps.ts';
import { noteEnd } from '../judging/order-end.ts';
import { isClosed, wantsHold } from '../judging/order-state.ts';
import type { EffectResult, Priority } from '../ports/shopify-port.ts';
import type { EffectRecord, OrderRecord, Tables, Task } from '../ports/storage-port.ts';
import { showsOtherwise } from '../queue/shows-otherwise.ts';
import { touchCase } from '../queue/touch-case.ts';
import { together } from '../together.ts';
import { freshest } from '../webhooks/merge-webhook.ts';
import { enqueueCheck, lookAgainAfter } from '../webhooks/routing-webhooks.ts';
import { adoptEffects, isInDoubt } from './adopt-effects.ts';
import { keepDoubt, noteReleases } from './effects-in-doubt.ts';
import { orderTexts } from './order-texts.ts';
import {
  holdOutcome,
  lacksHoldId,
  type PlannedEffect,
  planEffects,
  settle,
  withOurHolds,
  withOurTags,
} from './plan-effects.ts';

/**
 * Makes the order in Shopify what the app wants it to be: all that is outstanding leaves as one
 * mutation. However often it runs, an effect that Shopify took is not sent again.
 */
export async function actOnOrder(deps: Deps, task: Task): Promise<void> {
  const { shop } = task;
  const known = await deps.storage.read.effects.ofOrder(shop, task.key);
  const found = await orderToActOn(deps, task, known);
  if (found === null) return;
  const { order, adopted } = found;
  const records = withChanges(known, adopted);
  const settings = await deps.storage.read.shops.settings(shop);
  const planned = planEffects(order, records, orderTexts(order, settings.language));
  if (found.isAsStored && planned.length === 0 && isAsWanted(order, records)) return;
  const results = await send(deps, order, planned, priorityOf(task));
  await deps.storage.write((tx) => keepResults(deps, tx, { order, adopted, planned, results }));
}

/**
 * A second try reads the order first: what the first one did may have arrived. So does another task
 * after an answer that was lost, and a release whose hold's id was never told: without it nothing
 * would be sent and the hold would stay for ever.
 */
async function orderToActOn(
  deps: Deps,
  task: Task,
  records: readonly EffectRecord[],
): Promise<{ order: OrderRecord; adopted: readonly EffectRecord[]; isAsStored: boolean } | null> {
  const order = await deps.storage.read.orders.load(task.shop, task.key);
  if (order === null) return null;
  const isSure = task.attempts === 1 && !records.some(isInDoubt) && !lacksHoldId(order, records);
  const fresh = isSure ? null : await deps.shopify.loadOrder(task.shop, task.key, priorityOf(task));
  if (fresh === null) return { order, adopted: [], isAsStored: true };
  const read = { ...order, snapshot: freshest(order, fresh).snapshot };
  return { order: read, adopted: adoptEffects(read, records), isAsStored: false };
}

/** Of Shopify's points, holds and the rest of new orders have one share. */
const priorityOf = ({ priority }: Task): Priority => (priority === 'hold' ? 'order' : priority);

/** Nothing was sent, and what the stored order says of its hold is so: there is nothing to write. */
function isAsWanted(order: OrderRecord, records: readonly EffectRecord[]): boolean {
  const { holdState, cannotHold } = holdOutcome(order, records, null);
  const isSince = (holdState === 'held') === (order.heldSince !== null);
  const isSame = holdState === order.holdState && cannotHold === order.cannotHold;
  return isSame && isSince && holdState !== 'waiting';
}

function withChanges(
  records: readonly EffectRecord[],
  changed: readonly EffectRecord[],
): EffectRecord[] {
  const places = new Set(changed.map(placeOf));
  return [...records.filter((record) => !places.has(placeOf(record))), ...changed];
}

const placeOf = ({ kind, target }: EffectRecord) => `${kind}|${target}`;

async function send(
  deps: Deps,
  order: OrderRecord,
  planned: readonly PlannedEffect[],
  priority: Priority,
): Promise<readonly EffectResult[]> {
  if (planned.length === 0) return [];
  const effects = planned.map(({ effect }) => effect);
  await noteReleases(deps, order, planned);
  const results = await deps.shopify
    .applyEffects(order.shop, order.snapshot.gid, effects, priority)
    .catch((error: unknown) => keepDoubt(deps, order, planned, error));
  for (const [index, { effect }] of planned.entries()) {
    deps.metrics.effectApplied(effect.kind, results[index]?.ok === true ? 'done' : 'refused');
  }
  return results;
}

interface Acted {
  readonly order: OrderRecord;
  readonly adopted: readonly EffectRecord[];
  readonly planned: readonly PlannedEffect[];
  readonly results: readonly EffectResult[];
}

async function keepResults(
  deps: Deps,
  tx: Tables,
  { order: acted, adopted, planned, results }: Acted,
): Promise<void> {
  const { shop, id } = acted;
  const now = deps.now();
  const current = await tx.orders.lock(shop, id);
  // Erased meanwhile (shop/redact, customers/redact): nothing of it may come back.
  if (current === null) return;
  const settled = settledRecords(planned, results);
  await together(withChanges(adopted, settled).map((record) => tx.effects.save(shop, record, now)));
  // What staff decided while the request was under way stands; only what we saw is written.
  const seen = { ...current, snapshot: newer(current, acted) };
  const records = await tx.effects.ofOrder(shop, id);
  const outcome = holdOutcome(seen, records, refusalOf(planned, results));
  const heldSince = outcome.holdState === 'held' ? (current.heldSince ?? now) : null;
  const fulfillmentOrders = withOurHolds(seen.snapshot.fulfillmentOrders, records);
  const tags = withOurTags(seen.snapshot.tags, planned, results);
  const snapshot = { ...seen.snapshot, fulfillmentOrders, tags };
  const kept = { ...seen, ...outcome, heldSince, snapshot };
  await tx.orders.update(kept);
  if (heldSince !== null && current.heldSince === null) {
    deps.metrics.orderHeld((now - Date.parse(seen.snapshot.createdAt)) / 1000);
  }
  if (showsOtherwise(current, kept)) await touchCase(tx, shop, id, now);
  if (outcome.holdState === 'cannot' && current.cannotHold !== outcome.cannotHold) {
    await tellCannotHold(tx, kept, outcome.cannotHold ?? 'refused', now);
  }
  await noteEnd(tx, current, seen, now);
  await auditEffects(tx, seen, current, outcome.holdState, planned, results, now);
  if (outcome.holdState === 'waiting') await enqueueCheck(tx, shop, null, now + lookAgainAfter(0));
  await noteMissingScope(tx, shop, results);
}

const newer = (current: OrderRecord, acted: OrderRecord) =>
  Date.parse(acted.snapshot.updatedAt) > Date.parse(current.snapshot.updatedAt)
    ? acted.snapshot
    : current.snapshot;

/** Adding and removing tags share one record: it is done only when both are. */
function settledRecords(
  planned: readonly PlannedEffect[],
  results: readonly EffectResult[],
): EffectRecord[] {
  const settled = new Map<string, EffectRecord>();
  for (const [index, one] of planned.entries()) {
    const result = results[index] ?? { ok: false, reason: 'refused', message: 'no answer' };
    const place = placeOf(one.record);
    const other = settled.get(place);
    if (other?.state === 'refused') continue;
    settled.set(place, settle(one, result));
  }
  return [...settled.values()];
}

function refusalOf(
  planned: readonly PlannedEffect[],
  results: readonly EffectResult[],
): CannotHoldReason | null {
  for (const [index, { effect }] of planned.entries()) {
    const result = results[index];
    if (effect.kind === 'hold' && result?.ok === false) return result.reason;
  }
  return null;
}

async function auditEffects(
  tx: Tables,
  order: OrderRecord,
  before: OrderRecord,
  holdState: OrderRecord['holdState'],
  planned: readonly PlannedEffect[],
  results: readonly EffectResult[],
  now: number,
): Promise<void> {
  const note = (what: string, details: Record<string, string | number> = {}) =>
    tx.audit.add(order.shop, {
      orderId: order.id,
      at: now,
      byKind: 'app',
      byId: null,
      byName: null,
      what,
      details,
    });
  const done = planned
    .filter((_, index) => results[index]?.ok === true)
    .map(({ effect }) => effect);
  const added = done.flatMap((effect) => (effect.kind === 'add-tags' ? effect.tags : []));
  if (added.length > 0) await note('tagged', { tags: added.join(', ') });
  const held = done.filter((effect) => effect.kind === 'hold').length;
  if (held > 0) await note(before.heldSince === null ? 'held' : 'hold-reapplied', { count: held });
  if (done.some((effect) => effect.kind === 'release')) await note('hold-lifted');
  if (holdState === 'waiting' && before.holdState !== 'waiting') await note('hold-waiting');
  const refused = results.find((result, i) => !result.ok && planned[i]?.effect.kind === 'hold');
  if (refused?.ok === false)
    await note('hold-failed', { reason: refused.reason, message: refused.message });
}

async function noteMissingScope(
  tx: Tables,
  shop: string,
  results: readonly EffectResult[],
): Promise<void> {
  const denied = results.some((result) => !result.ok && result.reason === 'missing-scope');
  if (!denied) return;
  const known = (await tx.shops.find(shop))?.missingScopes ?? [];
  const scope = 'write_merchant_managed_fulfillment_orders';
  if (!known.includes(scope)) await tx.shops.update(shop, { missingScopes: [...known, scope] });
}

/** All tries are used up: the order stands as "cannot hold" and is told, never as held. */
export async function giveUpActing(deps: Deps, task: Task): Promise<void> {
  await deps.storage.write(async (tx) => {
    const order = await tx.orders.lock(task.shop, task.key);
    if (order === null || isClosed(order) || !wantsHold(order) || order.holdState === 'held')
      return;
    await tx.orders.update({ ...order, holdState: 'cannot', cannotHold: 'refused' });
    await touchCase(tx, task.shop, task.key, deps.now());
    await tellCannotHold(tx, order, 'refused', deps.now());
    await tx.audit.add(task.shop, {
      orderId: task.key,
      at: deps.now(),
      byKind: 'app',
      byId: null,
      byName: null,
      what: 'hold-failed',
      details: { reason: 'refused', message: '' },
    });
  });
}
