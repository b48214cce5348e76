/**
 * Runs a function's bundle in QuickJS and counts the WebAssembly operators of it. Shopify's limit is 11
 * million for Javy's QuickJS; measured beside Javy's own plugin, this stand-in says about 1.35 times as much.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
} from 'quickjs-emscripten-core';
import { provideShopifyFunction, quickjsBuild } from '../../../web/functions/quickjs-engine.ts';
import { counterName, meter } from './wasm-meter.ts';

export interface MeteredRun {
  readonly output: unknown;
  /** Operators of the module's top level, without compiling it: Javy compiles before it deploys. */
  readonly load: number;
  /** Operators of the call, reading the input and writing the output among them. */
  readonly call: number;
}

const packageFolder = path.dirname(
  createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync/package.json'),
);
const wasmFile = path.join(packageFolder, 'dist/emscripten-module.wasm');

/** The bundle as a script whose global `load` is the module's top level and gives its exports. */
function asScript(bundle: string): string {
  const exported = /export \{\s*(\w+)(?: as \w+)?\s*\};\s*$/;
  const name = exported.exec(bundle)?.[1];
  if (!name) throw new Error('the bundle ends in no export of one function');
  return `globalThis.load = function () { "use strict"; ${bundle.replace(exported, '')}\nglobalThis.run = ${name}; };`;
}

export async function meteredFunction(bundle: string): Promise<(input: unknown) => MeteredRun> {
  const compiled = new WebAssembly.Module(new Uint8Array(meter(readFileSync(wasmFile))));
  let counter: WebAssembly.Global | undefined;
  const build = newVariant(quickjsBuild(), {
    emscriptenModule: {
      instantiateWasm(imports, onSuccess) {
        const instance = new WebAssembly.Instance(compiled, imports);
        const found = instance.exports[counterName];
        if (found instanceof WebAssembly.Global) counter = found;
        onSuccess(instance);
        return instance.exports;
      },
    },
  });
  const quickjs = await newQuickJSWASMModuleFromVariant(build);
  const script = asScript(bundle);
  const spent = (context: QuickJSContext, code: string): number => {
    const before = Number(counter?.value);
    context.unwrapResult(context.evalCode(code)).dispose();
    return Number(counter?.value) - before;
  };
  return (input) => {
    const context = quickjs.newContext();
    try {
      context.runtime.setMemoryLimit(10_000_000);
      context.runtime.setMaxStackSize(512_000);
      let output: unknown;
      provideShopifyFunction(context, input, (text) => {
        output = JSON.parse(text);
      });
      spent(context, script);
      const load = spent(context, 'load()');
      return { load, call: spent(context, 'run()'), output };
    } finally {
      context.dispose();
    }
  };
}
