import type { OrderState } from '../../contract/level.ts';
import type { OrderDetail } from '../../contract/orders.ts';

/** Orders that are over, or of which less is left than the server's word says. */
const byState: Partial<Record<OrderState, string>> = {
  cancelled: 'cancelled',
  shipped: 'over',
  closed: 'over',
  // Nothing is left to capture or to void; what remains is the order itself.
  voided: 'voided',
};

/** What is left to do though the order itself is over: paying back somebody who ordered nothing. */
const afterwards: ReadonlySet<string> = new Set(['victim-repay']);

type Seen = Pick<OrderDetail, 'state' | 'nextStep'> & {
  actions: readonly Pick<OrderDetail['actions'][number], 'state'>[];
};

/** The locales' key of what to do next. */
export function nextStepWords({ state, nextStep, actions }: Seen): string {
  // Within the undo window Shopify has heard nothing yet, and the reader can still change his mind.
  const isWaiting = state === 'cancelling' && actions.some((each) => each.state === 'scheduled');
  const told = afterwards.has(nextStep) ? nextStep : (byState[state] ?? nextStep);
  return `nextStep.${isWaiting ? 'undo-window' : told}`;
}
