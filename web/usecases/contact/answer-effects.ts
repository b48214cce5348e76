import { signals } from '../../risk/signals/index.ts';
import { appCaller } from '../actions/app-caller.ts';
import { startAction } from '../actions/start-action.ts';
import { judgeOrder } from '../judging/judge-order.ts';
import { keepJudgement } from '../judging/keep-judgement.ts';
import { isOver } from '../judging/order-state.ts';
import { protectPerson } from '../lists/protect-person.ts';
import type { ContactAnswer } from '../ports/contact-port.ts';
import type { OrderRecord, Tables } from '../ports/storage-port.ts';
import { clickMayRelease } from './answer-release.ts';
import type { Actor, ContactDeps } from './note-contact.ts';
import { type Findings, findingsOfAnswer } from './staff-findings.ts';

/** What follows from an answer, in the transaction that keeps it. */
export async function followAnswer(
  tx: Tables,
  deps: ContactDeps,
  { shop, id }: Pick<OrderRecord, 'shop' | 'id'>,
  { answer, via, at }: ContactAnswer,
  actor: Actor,
): Promise<void> {
  const order = await tx.orders.lock(shop, id);
  if (order === null) return;
  const judged = await judgeWith(tx, order, findingsOfAnswer(answer, via), at);
  if (answer === 'not-ordered') {
    await protectPerson(tx, judged, { id: deps.newId(), now: at, by: actor });
  }
  if (answer === 'ordered') await releaseWhereWanted(tx, deps, judged, via);
}

/** Enters findings with the order and judges it anew. Findings that stand already change nothing. */
export async function judgeWith(
  tx: Tables,
  before: OrderRecord,
  findings: Findings,
  now: number,
): Promise<OrderRecord> {
  const { staffChecks } = before;
  if (Object.entries(findings).every(([check, result]) => staffChecks[check] === result)) {
    return before;
  }
  const checked = { ...before, staffChecks: { ...staffChecks, ...findings } };
  const input = { ...checked, before: checked, arrives: false };
  return keepJudgement(tx, await judgeOrder(tx, input, now), before, now);
}

/**
 * Whoever placed a prank order, or stole a card, has the mailbox too: what weighs so much that it sets a
 * level by itself, anything about the card, a list entry and a hold by hand are for a person to decide.
 */
export function mayReleaseByItself(order: OrderRecord): boolean {
  const { assessment, decision, manualHold, listMarks = [] } = order;
  const hits = assessment.signals.filter(({ outcome }) => outcome === 'hit');
  return (
    !isOver(order) &&
    decision === null &&
    !order.cancelling &&
    manualHold === null &&
    !hits.some(({ id, points }) => points > 0 && weighty.has(id)) &&
    listMarks.every(({ kind }) => kind === 'allowed')
  );
}

const weighty: ReadonlySet<string> = new Set(
  signals.filter(({ floor, group }) => floor !== undefined || group === 'card').map(({ id }) => id),
);

async function releaseWhereWanted(
  tx: Tables,
  deps: ContactDeps,
  order: OrderRecord,
  via: ContactAnswer['via'],
): Promise<void> {
  const settings = await tx.shops.settings(order.shop);
  if (via === 'link' && !clickMayRelease(order)) return;
  if (via === 'payment' || !settings.contact.releaseOnAnswer || !mayReleaseByItself(order)) return;
  if ((await tx.cases.openCase(order.shop, order.id)) === null) return;
  const caller = appCaller(order.shop);
  await startAction(deps, tx, caller, order, 'release', { note: null, seen: null });
}
