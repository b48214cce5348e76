/**
 * Rewrites a WebAssembly module so that it counts its own operators in an exported global: in front of
 * every run of operators without a jump it adds the run's cost. What it says is the same on any machine.
 */
import { signed, unsigned, WasmReader } from './wasm-bytes.ts';
import { readOperator } from './wasm-operator.ts';

export const counterName = 'operators';

interface Section {
  readonly id: number;
  readonly content: Uint8Array;
}

const sectionIds = { import: 2, global: 6, export: 7, code: 10 } as const;

function sectionsOf(module: Uint8Array): Section[] {
  const reader = new WasmReader(module, 8);
  const sections: Section[] = [];
  while (reader.at < module.length) {
    const id = reader.byte();
    const length = reader.number();
    sections.push({ id, content: module.subarray(reader.at, reader.at + length) });
    reader.skip(length);
  }
  return sections;
}

function skipLimits(reader: WasmReader): void {
  const hasMaximum = (reader.byte() & 1) === 1;
  reader.number();
  if (hasMaximum) reader.number();
}

function countImportedGlobals(content: Uint8Array): number {
  const reader = new WasmReader(content);
  let globals = 0;
  reader.times(() => {
    reader.skip(reader.number());
    reader.skip(reader.number());
    const kind = reader.byte();
    if (kind === 0) reader.number();
    if (kind === 1) reader.byte();
    if (kind === 1 || kind === 2) skipLimits(reader);
    if (kind === 3) {
      reader.skip(2);
      globals += 1;
    }
  });
  return globals;
}

/** One more entry at the end of a vector. */
function withEntry(content: Uint8Array, entry: readonly number[]): Uint8Array {
  const reader = new WasmReader(content);
  const count = reader.number();
  return join([unsigned(count + 1), content.subarray(reader.at), entry]);
}

function join(parts: readonly (ArrayLike<number> & Iterable<number>)[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** global.get, i64.const, i64.add, global.set */
const add = (global: readonly number[], cost: number): number[] => [
  ...[0x23, ...global],
  ...[0x42, ...signed(cost), 0x7c],
  ...[0x24, ...global],
];

function meteredBody(body: Uint8Array, global: readonly number[]): Uint8Array {
  const reader = new WasmReader(body);
  reader.times(() => {
    reader.number();
    reader.byte();
  });
  const parts: (ArrayLike<number> & Iterable<number>)[] = [body.subarray(0, reader.at)];
  let start = reader.at;
  let cost = 0;
  while (reader.at < body.length) {
    const operator = readOperator(reader);
    cost += operator.cost;
    if (!operator.endsRun && reader.at < body.length) continue;
    if (cost > 0) parts.push(add(global, cost));
    parts.push(body.subarray(start, reader.at));
    start = reader.at;
    cost = 0;
  }
  return join(parts);
}

function meteredCode(content: Uint8Array, global: readonly number[]): Uint8Array {
  const reader = new WasmReader(content);
  const bodies: Uint8Array[] = [];
  reader.times(() => {
    const length = reader.number();
    const body = meteredBody(content.subarray(reader.at, reader.at + length), global);
    reader.skip(length);
    bodies.push(join([unsigned(body.length), body]));
  });
  return join([unsigned(bodies.length), ...bodies]);
}

/** @throws Error where the module holds an operator that is not known, or has no globals or exports */
export function meter(module: Uint8Array): Uint8Array {
  const sections = sectionsOf(module);
  const contentOf = (id: number) => sections.find((section) => section.id === id)?.content;
  const globals = contentOf(sectionIds.global);
  if (!globals || !contentOf(sectionIds.export)) throw new Error('no globals or exports');
  const imported = countImportedGlobals(contentOf(sectionIds.import) ?? Uint8Array.of(0));
  const global = unsigned(imported + new WasmReader(globals).number());
  const name = new TextEncoder().encode(counterName);
  const rewrite = ({ id, content }: Section): Uint8Array => {
    // A variable i64 that begins with 0.
    if (id === sectionIds.global) return withEntry(content, [0x7e, 1, 0x42, 0, 0x0b]);
    if (id === sectionIds.export) {
      return withEntry(content, [...unsigned(name.length), ...name, 3, ...global]);
    }
    return id === sectionIds.code ? meteredCode(content, global) : content;
  };
  const rewritten = sections.flatMap((section) => {
    const content = rewrite(section);
    return [[section.id, ...unsigned(content.length)], content];
  });
  return join([module.subarray(0, 8), ...rewritten]);
}
