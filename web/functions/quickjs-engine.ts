import releaseBuild from '@jitl/quickjs-wasmfile-release-sync';
import {
  newQuickJSWASMModuleFromVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSSyncVariant,
} from 'quickjs-emscripten-core';

/** Shopify's own limits for a function: linear memory and stack, in bytes. */
const memoryLimit = 10_000_000;
const stackLimit = 512_000;

export interface Engine {
  /**
   * Evaluates an ES module in a fresh context and calls one of its exports, which reads and writes through
   * `ShopifyFunction`, as Javy gives it: no Node, no Web, no clock of ours, no network.
   * @throws Error where the module or the call throws
   */
  call(module: string, exportName: string, input: unknown): unknown;
}

/** Its types describe the package's CommonJS form; what Node loads is the build itself. */
function isBuild(value: unknown): value is QuickJSSyncVariant {
  return typeof value === 'object' && value !== null && 'importFFI' in value;
}

export function quickjsBuild(): QuickJSSyncVariant {
  const build: unknown = releaseBuild;
  if (!isBuild(build)) throw new Error('the QuickJS package has another form than expected');
  return build;
}

/** QuickJS in WebAssembly. @param build another build of it, such as one that counts instructions */
export async function createEngine(build: QuickJSSyncVariant = quickjsBuild()): Promise<Engine> {
  const quickjs = await newQuickJSWASMModuleFromVariant(build);
  return {
    call(module, exportName, input) {
      const context = quickjs.newContext();
      try {
        context.runtime.setMemoryLimit(memoryLimit);
        context.runtime.setMaxStackSize(stackLimit);
        return callExport(context, module, exportName, input);
      } finally {
        context.dispose();
      }
    },
  };
}

function callExport(context: QuickJSContext, module: string, name: string, input: unknown) {
  let written: string | null = null;
  provideShopifyFunction(context, input, (text) => {
    written = text;
  });
  using exported = context.unwrapResult(
    context.evalCode(module, 'function.js', { type: 'module', strict: true }),
  );
  using callable = context.getProp(exported, name);
  context.unwrapResult(context.callFunction(callable, context.undefined)).dispose();
  if (written === null) throw new Error(`${name} wrote no output`);
  return JSON.parse(written) as unknown;
}

/** The global that Javy's plugin gives to a function: it hands over values, not text. */
export function provideShopifyFunction(
  context: QuickJSContext,
  input: unknown,
  write: (output: string) => void,
): void {
  using global = context.newObject();
  const method = (name: string, body: (...args: QuickJSHandle[]) => QuickJSHandle | undefined) => {
    using made = context.newFunction(name, body);
    context.setProp(global, name, made);
  };
  method('readInput', () => {
    const names = new Map<string, QuickJSHandle>();
    const handedOver = handOver(context, input, names);
    for (const name of names.values()) name.dispose();
    return handedOver;
  });
  method('writeOutput', (value = context.undefined) => {
    using owner = context.getProp(context.global, 'JSON');
    using text = context.unwrapResult(context.callMethod(owner, 'stringify', [value]));
    write(context.getString(text));
    return undefined;
  });
  context.setProp(context.global, 'ShopifyFunction', global);
}

/** @param names of fields, each made once: 200 cart lines have the same */
function handOver(
  context: QuickJSContext,
  value: unknown,
  names: Map<string, QuickJSHandle>,
): QuickJSHandle {
  if (typeof value === 'string') return context.newString(value);
  if (typeof value === 'number') return context.newNumber(value);
  if (typeof value === 'boolean') return value ? context.true : context.false;
  if (typeof value !== 'object' || value === null) return context.null;
  const made = Array.isArray(value) ? context.newArray() : context.newObject();
  for (const [key, part] of Object.entries(value)) {
    using handle = handOver(context, part, names);
    context.setProp(made, Array.isArray(value) ? Number(key) : nameOf(context, key, names), handle);
  }
  return made;
}

function nameOf(
  context: QuickJSContext,
  key: string,
  names: Map<string, QuickJSHandle>,
): QuickJSHandle {
  const name = names.get(key) ?? context.newString(key);
  names.set(key, name);
  return name;
}
