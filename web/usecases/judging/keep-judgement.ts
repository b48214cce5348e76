import type { Level } from '../../contract/level.ts';
import { enqueueAct } from '../actions/enqueue-act.ts';
import { orderTexts } from '../actions/order-texts.ts';
import { planEffects } from '../actions/plan-effects.ts';
import { tellCase } from '../alerts/tell-order.ts';
import { planCapture } from '../automation/plan-capture.ts';
import type { DecisionRecord, OrderRecord, Tables } from '../ports/storage-port.ts';
import { openInQueue } from '../queue/case-ends.ts';
import { together } from '../together.ts';
import { noteEnd } from './order-end.ts';
import { isOver, wantsHold } from './order-state.ts';

const rank: Record<Level, number> = { normal: 0, caution: 1, high: 2 };

export const isHigher = (a: Level, b: Level) => rank[a] > rank[b];

/** What a decision was taken against, to be compared with later judgements. */
export const decide = (
  kind: DecisionRecord['kind'],
  order: OrderRecord,
  now: number,
): DecisionRecord => ({
  kind,
  at: now,
  level: order.assessment.level,
  floor: order.assessment.floor,
  hits: order.assessment.signals.filter((s) => s.outcome === 'hit').map((s) => s.id),
});

/** A decided order is held again only for a floor that the person did not know of. */
function isOvertaken(order: OrderRecord): boolean {
  const { decision, assessment } = order;
  if (decision === null || decision.kind === 'voided' || assessment.floor === null) return false;
  return assessment.floor !== decision.floor && !decision.hits.includes(assessment.floor);
}

/**
 * Saves a judgement and all that follows from it in one transaction: the record, its case, the work
 * of carrying it out, the audit. Running it twice with the same judgement changes nothing.
 */
export async function keepJudgement(
  tx: Tables,
  judged: OrderRecord,
  before: OrderRecord | null,
  now: number,
): Promise<OrderRecord> {
  const overtaken = isOvertaken(judged);
  const order = withPlannedHold(overtaken ? { ...judged, decision: null } : judged);
  await together([
    before === null ? tx.orders.insert(order) : tx.orders.save(order),
    before === null || hasChanged(before, order) ? auditJudgement(tx, order, before, now) : null,
  ]);
  if (before !== null) await noteEnd(tx, before, order, now);
  if (needsCase(order)) {
    await openCase(tx, order, now);
    const hasRisen = before !== null && isHigher(order.assessment.level, before.assessment.level);
    if (hasRisen) await tellCase(tx, order, now);
  }
  const isConcerned = order.acting || order.manualHold !== null || order.decision !== null;
  await planCapture(tx, order, now);
  if (isConcerned && !isOver(order) && (before !== null || (await asksSomething(tx, order)))) {
    await enqueueAct(tx, order, now);
  }
  return order;
}

/** Of a new order: most are neither tagged nor held, and Shopify shows nothing of ours on them yet. */
async function asksSomething(tx: Tables, order: OrderRecord): Promise<boolean> {
  if (wantsHold(order)) return true;
  const { language } = await tx.shops.settings(order.shop);
  return planEffects(order, [], orderTexts(order, language)).length > 0;
}

/** Until the hold is in place the order stands as "planned": never as forgotten. */
export function withPlannedHold(order: OrderRecord): OrderRecord {
  if (!wantsHold(order)) return order;
  return order.holdState === 'none' ? { ...order, holdState: 'planned' } : order;
}

function needsCase(order: OrderRecord): boolean {
  if (wantsHold(order)) return true;
  if (!order.acting || isOver(order)) return false;
  if (order.decision !== null) return isHigher(order.assessment.level, order.decision.level);
  return order.plan.openCase;
}

export async function openCase(tx: Tables, order: OrderRecord, now: number): Promise<void> {
  const reason = order.manualHold ?? order.assessment.level;
  if (await openInQueue(tx, order, reason, now)) {
    await tx.audit.add(order.shop, {
      orderId: order.id,
      at: now,
      byKind: 'app',
      byId: null,
      byName: null,
      what: 'case-opened',
      details: {},
    });
    await tellCase(tx, order, now);
  }
}

const hasChanged = (before: OrderRecord, order: OrderRecord) =>
  before.assessment.level !== order.assessment.level ||
  before.assessment.points !== order.assessment.points ||
  before.assessment.checks !== order.assessment.checks;

async function auditJudgement(
  tx: Tables,
  order: OrderRecord,
  before: OrderRecord | null,
  now: number,
): Promise<void> {
  await tx.audit.add(order.shop, {
    orderId: order.id,
    at: now,
    byKind: 'app',
    byId: null,
    byName: null,
    what: before === null ? 'judged' : 'reassessed',
    details: {
      level: order.assessment.level,
      points: order.assessment.points,
      checks: order.assessment.checks,
      ...(before === null ? {} : { before: before.assessment.level }),
    },
  });
}
