/** Reads WebAssembly's binary format from a position on. */
export class WasmReader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte(): number {
    const value = this.bytes[this.at];
    if (value === undefined) throw new Error(`WebAssembly ends at ${this.at}`);
    this.at += 1;
    return value;
  }

  /** Unsigned LEB128 up to 32 bits. */
  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }

  skipLeb(): void {
    while (this.byte() >= 128);
  }

  skip(length: number): void {
    this.at += length;
  }

  /** Calls `read` as often as the count in front says. */
  times(read: (index: number) => void): void {
    const count = this.number();
    for (let index = 0; index < count; index += 1) read(index);
  }
}

export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; ) {
    const low = rest % 128;
    rest = (rest - low) / 128;
    bytes.push(rest > 0 ? low + 128 : low);
    if (rest === 0) return bytes;
  }
}

/** Signed LEB128 of a number that is not negative. */
export function signed(value: number): number[] {
  const bytes = unsigned(value);
  const last = bytes.at(-1) ?? 0;
  if (last < 64) return bytes;
  return [...bytes.slice(0, -1), last + 128, 0];
}
