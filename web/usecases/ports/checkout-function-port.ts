/** The two functions that run inside Shopify's checkout. */
export type CheckoutFunction = 'payment-guard' | 'checkout-guard';

export type FunctionRun =
  | { readonly ok: true; readonly output: unknown }
  /** `not_built`: no bundle on the disk; `failed`: the function threw, or could not be loaded. */
  | { readonly ok: false; readonly code: 'not_built' | 'failed'; readonly detail: string };

/**
 * Runs our own bundle on an input, in the engine family that Shopify runs it in. It shows what this bundle
 * answers to what was read back; it is no test of Shopify's checkout.
 */
export interface CheckoutFunctions {
  /** @param input as the function's input query asks for it */
  run(name: CheckoutFunction, input: unknown): Promise<FunctionRun>;
}
