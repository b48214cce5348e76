/**
 * `npm run build --workspace=extensions/<name>`: the function's bundle, extensions/<name>/dist/function.js,
 * as Shopify CLI makes it before Javy compiles it: one export per target, in kebab case in the module's
 * interface and here in camel case. CLI's wrapper around the function comes from
 * `@shopify/shopify_function`, which brings 126 MB of code generators with it and is only installed to
 * deploy (docs/extensions.md); the wrapper below does the same three steps.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.join(import.meta.dirname, '..');

/** What each function exports: the file of this name holds it. */
export const functions = {
  'payment-guard': 'cartPaymentMethodsTransformRun',
  'checkout-guard': 'cartValidationsGenerateRun',
};

const entry = (name) => `
  import { ${name} as decide } from 'user-function';
  export function ${name}() {
    ShopifyFunction.writeOutput(decide(ShopifyFunction.readInput()));
  }
`;

export const bundleFile = (extension) =>
  path.join(root, 'extensions', extension, 'dist/function.js');

/** @param write false: only the text @returns the bundle's text */
export async function bundleFunction(extension, write = true) {
  const source = path.join(root, 'extensions', extension, 'src');
  const { outputFiles } = await build({
    stdin: { contents: entry(functions[extension]), loader: 'ts', resolveDir: source },
    alias: { 'user-function': path.join(source, 'index.ts') },
    outfile: bundleFile(extension),
    bundle: true,
    legalComments: 'none',
    target: 'es2022',
    format: 'esm',
    logLevel: 'warning',
    write: false,
  });
  const text = outputFiles[0]?.text ?? '';
  if (write) {
    const { mkdirSync, writeFileSync } = await import('node:fs');
    mkdirSync(path.dirname(bundleFile(extension)), { recursive: true });
    writeFileSync(bundleFile(extension), text);
  }
  return text;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const extension of process.argv.slice(2)) await bundleFunction(extension);
}
