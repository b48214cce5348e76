import type { WasmReader } from './wasm-bytes.ts';

/**
 * What an operator costs and whether control can leave or enter behind it. Costs as wasmtime's fuel has
 * them: one each, but nothing for nop, drop, block, loop, unreachable, return, else and end.
 */
export interface Operator {
  readonly cost: 0 | 1;
  readonly endsRun: boolean;
}

const plain: Operator = { cost: 1, endsRun: false };
const free: Operator = { cost: 0, endsRun: false };
const branch: Operator = { cost: 1, endsRun: true };
const boundary: Operator = { cost: 0, endsRun: true };

/** Operators of the core format with what stands behind them. */
function immediates(code: number, reader: WasmReader): Operator {
  switch (code) {
    case 0x00: // unreachable
    case 0x05: // else
    case 0x0b: // end
    case 0x0f: // return
      return boundary;
    case 0x01: // nop
    case 0x1a: // drop
      return free;
    case 0x02: // block
    case 0x03: // loop
      reader.skipLeb();
      return boundary;
    case 0x04: // if
      reader.skipLeb();
      return branch;
    case 0x0c: // br
    case 0x0d: // br_if
    case 0x10: // call
      reader.number();
      return branch;
    case 0x0e: // br_table
      reader.times(() => reader.number());
      reader.number();
      return branch;
    case 0x11: // call_indirect
      reader.number();
      reader.number();
      return branch;
    case 0x1c: // select with types
      reader.times(() => reader.byte());
      return plain;
    case 0x43: // f32.const
      reader.skip(4);
      return plain;
    case 0x44: // f64.const
      reader.skip(8);
      return plain;
    case 0xfc:
      return bulk(reader);
    default:
      return regular(code, reader);
  }
}

/** Runs of codes that have the same shape. */
function regular(code: number, reader: WasmReader): Operator {
  const isIndexed = (code >= 0x20 && code <= 0x26) || code === 0xd2;
  if (isIndexed || code === 0x3f || code === 0x40) reader.number();
  else if (code === 0x41 || code === 0x42 || code === 0xd0) reader.skipLeb();
  else if (code >= 0x28 && code <= 0x3e) {
    reader.number();
    reader.number();
  } else if (code !== 0x1b && code !== 0xd1 && !(code >= 0x45 && code <= 0xc4)) {
    throw new Error(`unknown WebAssembly operator 0x${code.toString(16)} at ${reader.at}`);
  }
  return plain;
}

/** Saturating conversions have nothing behind them, memory and table operators one or two numbers. */
function bulk(reader: WasmReader): Operator {
  const code = reader.number();
  if (code > 17) throw new Error(`unknown WebAssembly operator 0xfc ${code}`);
  if (code === 8 || code === 10 || code === 12 || code === 14) reader.number();
  if (code >= 8) reader.number();
  return plain;
}

export const readOperator = (reader: WasmReader): Operator => immediates(reader.byte(), reader);
