import type { OrderDetail } from '../../contract/orders.ts';

/** The locales' key of what to do next. */
export function nextStepWords(order: Pick<OrderDetail, 'state' | 'nextStep'>): string {
  // Nothing is left to capture or to void once it is voided; what remains is the order itself.
  return `nextStep.${order.state === 'voided' ? 'voided' : order.nextStep}`;
}
