import { bundleFunction } from '../../scripts/build-function.ts';
import type { CheckoutFunction } from '../../web/usecases/ports/checkout-function-port.ts';
import { largestInputs } from '../extensions/support/largest.ts';
import { meteredFunction } from '../extensions/support/metered-function.ts';
import type { Measurement } from './figure.ts';

const names: readonly CheckoutFunction[] = ['payment-guard', 'checkout-guard'];

/** What the checkout functions cost at the largest configuration that the settings accept. */
export const checkoutFunctions: Measurement = {
  names: ['function_instructions', 'function_bytes'],
  async measure(report) {
    const inputs = largestInputs();
    const costs = await Promise.all(
      names.map(async (name) => {
        const bundle = await bundleFunction(name);
        const { load, call } = (await meteredFunction(bundle))(inputs[name]);
        const input = Buffer.byteLength(JSON.stringify(inputs[name]));
        return { name, bytes: Buffer.byteLength(bundle), operators: load + call, input };
      }),
    );
    const told = costs.map(
      ({ name, operators, bytes, input }) =>
        `${name} ${operators} operators, ${bytes} B, input ${input} B`,
    );
    report.figure('function_instructions', {
      value: Math.max(...costs.map(({ operators }) => operators)),
      unit: 'instructions',
      note: `QuickJS, its WebAssembly operators counted as fuel; largest configuration, 200 lines, two full metafields: ${told.join('; ')}`,
    });
    report.figure('function_bytes', {
      value: Math.max(...costs.map(({ bytes }) => bytes)),
      unit: 'bytes',
      note: 'the larger of the two bundles, not minified, as Shopify CLI bundles them',
    });
  },
};
