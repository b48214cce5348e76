import type { CheckoutStatus } from '../../../web/contract/checkout-status.ts';

const noGuard = { state: 'off' as const, standing: 0, refusal: null, meter: null };

/** A shop that uses nothing of the checkout. */
export const noCheckout: CheckoutStatus = {
  payment: noGuard,
  validation: noGuard,
  ...{ deployedAt: null, check: null },
};
