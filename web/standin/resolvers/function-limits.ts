import type { Customization } from '../state.ts';
import type { Store } from '../store.ts';
import { refuse } from '../user-error.ts';

/** Of each kind, over all apps of a store. */
const mostActive = 25;

const isFull = (map: Map<string, Customization>): boolean =>
  [...map.values()].filter((each) => each.enabled).length >= mostActive;

/** The codes are Shopify's; no recording has these words, so nobody should read them. */
export function paymentRefused(store: Store, enabling: boolean) {
  if (!store.settings.functionsEligible) {
    return refuse(
      ['paymentCustomization'],
      'This shop is not eligible for payment customization functions.',
      'PAYMENT_CUSTOMIZATION_FUNCTION_NOT_ELIGIBLE',
    );
  }
  if (!enabling || !isFull(store.state.paymentCustomizations)) return undefined;
  return refuse(
    ['paymentCustomization', 'enabled'],
    `Cannot have more than ${mostActive} active payment customizations.`,
    'MAXIMUM_ACTIVE_PAYMENT_CUSTOMIZATIONS',
  );
}

export function validationRefused(store: Store, enabling: boolean, field: readonly string[]) {
  if (!store.settings.functionsEligible) {
    return refuse(
      field,
      'Shop must be on a Shopify Plus plan to activate functions from a custom app.',
      'CUSTOM_APP_FUNCTION_NOT_ELIGIBLE',
    );
  }
  if (!enabling || !isFull(store.state.validations)) return undefined;
  return refuse(
    null,
    `Cannot have more than ${mostActive} active validation functions.`,
    'MAX_VALIDATIONS_ACTIVATED',
  );
}
