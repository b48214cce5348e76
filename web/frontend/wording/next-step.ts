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

/** The locales' key of what to do next. */
export function nextStepWords({
  state,
  nextStep,
}: Pick<OrderDetail, 'state' | 'nextStep'>): string {
  return `nextStep.${byState[state] ?? nextStep}`;
}
