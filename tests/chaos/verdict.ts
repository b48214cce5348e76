import type { OrderDetail } from '../../web/contract/orders.ts';
import type { Order } from '../../web/standin/state.ts';
import { endingOf, type WorkedOrder } from './clerk.ts';
import type { Ending } from './order-plans.ts';
import type { Happened } from './store-watch.ts';

export type Wrong =
  | 'lost_webhooks'
  | 'flagged_not_held'
  | 'held_without_case'
  | 'double_actions'
  | 'lost_clicks';

export interface Violation {
  readonly wrong: Wrong;
  readonly why: string;
}

/** The app's page of an order; null: it knows no such order. */
export type Shown = Pick<OrderDetail, 'state' | 'hasOpenCase' | 'cannotHold' | 'actions'> | null;

/** What is wrong with an order: the store's own state against what must be, then the app's word. Pure. */
export function judgeEnd(
  order: WorkedOrder,
  real: Order,
  shown: Shown,
  happened: readonly Happened[],
): Violation[] {
  if (shown === null) return [{ wrong: 'lost_webhooks', why: 'the app never judged it' }];
  const ending = endingOf(order);
  return [
    ...holdFaults(real, shown, ending),
    ...endFaults(real, ending),
    ...doubles(real, order, happened),
    ...openActions(shown),
  ];
}

const isOurs = ({ appId }: { appId: string | null }) => appId !== null;
const holdsOf = (real: Order) =>
  real.fulfillmentOrders.flatMap(({ holds }) => holds.filter(isOurs));

function holdFaults(real: Order, shown: NonNullable<Shown>, ending: Ending): Violation[] {
  const isHeld = holdsOf(real).length > 0;
  const mustHold = ending === 'held' || ending === 'voided';
  const faults: Violation[] = [];
  if (mustHold && !isHeld && shown.cannotHold === null) {
    faults.push({
      wrong: 'flagged_not_held',
      why: `must be ${ending}, the app shows ${shown.state}`,
    });
  }
  if (isHeld && !shown.hasOpenCase) {
    faults.push({ wrong: 'held_without_case', why: `held, and ${shown.state} without a case` });
  }
  if (isHeld && !mustHold) {
    faults.push({ wrong: 'lost_clicks', why: `must be ${ending}, and its hold stands` });
  }
  return faults;
}

const done = (real: Order, kind: string) =>
  real.transactions.filter((each) => each.kind === kind && each.status === 'SUCCESS');

/** What was accepted and did not come about, and what came about though nobody asked. */
function endFaults(real: Order, ending: Ending): Violation[] {
  const has = {
    cancelled: real.cancelledAt !== null,
    void: done(real, 'VOID').length > 0,
    capture: done(real, 'CAPTURE').length > 0,
    refund: done(real, 'REFUND').length > 0,
  };
  const isPaid = done(real, 'SALE').length > 0;
  const must = {
    cancelled: ending === 'cancelled',
    void: ending === 'voided' || (ending === 'cancelled' && !isPaid),
    capture: ending === 'captured',
    refund: ending === 'cancelled' && isPaid,
  };
  const wrong = (['cancelled', 'void', 'capture', 'refund'] as const).filter(
    (what) => has[what] !== must[what],
  );
  return wrong.map((what) => ({
    wrong: 'lost_clicks',
    why: `must be ${ending}, and ${what} is ${has[what] ? 'done' : 'not done'}`,
  }));
}

/** Each of them at most as often as somebody asked, by what the store carried out. */
function doubles(
  real: Order,
  { clicks, plan }: WorkedOrder,
  happened: readonly Happened[],
): Violation[] {
  const count = (what: Happened['what'], to: string) =>
    happened.filter((one) => one.what === what && one.to === to).length;
  const asked = (...steps: string[]) => clicks.filter(({ step }) => steps.includes(step.do)).length;
  // Held once by itself; once more for each click that holds, or takes a release back.
  const holds = (plan.suspicious ? 1 : 0) + asked('hold', 'undo', 'void');
  const releases = asked('release', 'approve', 'capture', 'cancel', 'bulk', 'undo');
  const faults: string[] = [];
  for (const { gid, holds: standing } of real.fulfillmentOrders) {
    if (standing.filter(isOurs).length > 1) faults.push('two holds of ours at once');
    if (count('held', gid) > holds) faults.push(`held ${count('held', gid)} times`);
    if (count('released', gid) > releases) faults.push(`released ${count('released', gid)} times`);
  }
  if (count('cancelled', real.gid) > 1) faults.push('cancelled twice');
  for (const kind of ['VOID', 'CAPTURE', 'REFUND']) {
    const parents = done(real, kind).map(({ parent }) => parent);
    if (new Set(parents).size < parents.length) faults.push(`${kind} twice`);
  }
  return faults.map((why) => ({ wrong: 'double_actions', why }));
}

function openActions({ actions }: NonNullable<Shown>): Violation[] {
  return actions
    .filter(({ state }) => state === 'scheduled' || state === 'running' || state === 'failed')
    .map(({ kind, state, failure }) => ({
      wrong: 'lost_clicks',
      why: `its ${kind} is ${state} ${failure?.code ?? ''}`.trim(),
    }));
}
