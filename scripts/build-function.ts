/**
 * `npm run build --workspace=extensions/<name>`: the function's bundle, extensions/<name>/dist/function.js,
 * as Shopify CLI makes it before Javy compiles it: one export per target, in kebab case in the module's
 * interface and here in camel case. CLI's wrapper around the function comes from
 * `@shopify/shopify_function`, which brings 126 MB of code generators with it and is only installed to
 * deploy (docs/extensions.md); the wrapper below does the same three steps.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import type { CheckoutFunction } from '../web/usecases/ports/checkout-function-port.ts';

const root = path.join(import.meta.dirname, '..');

/** What each function exports: the camel case of its target. */
export const exportNames: Readonly<Record<CheckoutFunction, string>> = {
  'payment-guard': 'cartPaymentMethodsTransformRun',
  'checkout-guard': 'cartValidationsGenerateRun',
};

const entry = (name: string) => `
  import { ${name} as decide } from 'user-function';
  export function ${name}() {
    ShopifyFunction.writeOutput(decide(ShopifyFunction.readInput()));
  }
`;

/** The bundle's text. */
export async function bundleFunction(extension: CheckoutFunction): Promise<string> {
  const source = path.join(root, 'extensions', extension, 'src');
  const { outputFiles } = await build({
    stdin: { contents: entry(exportNames[extension]), loader: 'ts', resolveDir: source },
    alias: { 'user-function': path.join(source, 'index.ts') },
    bundle: true,
    legalComments: 'none',
    target: 'es2022',
    format: 'esm',
    logLevel: 'warning',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

const isFunction = (name: string | undefined): name is CheckoutFunction =>
  name !== undefined && name in exportNames;

if (import.meta.main) {
  const name = process.argv[2];
  if (!isFunction(name)) throw new Error(`no checkout function is called ${name}`);
  const folder = path.join(root, 'extensions', name, 'dist');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'function.js'), await bundleFunction(name));
}
