import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type {
  CheckoutFunction,
  CheckoutFunctions,
  FunctionRun,
} from '../usecases/ports/checkout-function-port.ts';
import { createEngine, type Engine } from './quickjs-engine.ts';

const exportNames: Readonly<Record<CheckoutFunction, string>> = {
  'payment-guard': 'cartPaymentMethodsTransformRun',
  'checkout-guard': 'cartValidationsGenerateRun',
};

/**
 * The bundles that `npm run build` leaves. The engine is made at the first run: most processes never ask.
 * @param extensions the folder `extensions/`
 */
export function builtFunctions(extensions: string): CheckoutFunctions {
  let engine: Promise<Engine> | null = null;
  return {
    async run(name, input): Promise<FunctionRun> {
      const file = path.join(extensions, name, 'dist/function.js');
      const bundle = await readFile(file, 'utf8').catch(() => null);
      if (bundle === null) return { ok: false, code: 'not_built', detail: file };
      engine ??= createEngine();
      try {
        return { ok: true, output: (await engine).call(bundle, exportNames[name], input) };
      } catch (fault) {
        return { ok: false, code: 'failed', detail: `${fault}` };
      }
    },
  };
}
