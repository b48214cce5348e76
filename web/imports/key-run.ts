/** Hashes of a fixed width with the entries that they lead to, to be written in their own order. */
export interface KeyRun {
  readonly width: number;
  readonly size: number;
  /** One hash of this entry: `width` bytes of `from` at `at`. */
  add(entry: number, from: Uint8Array, at: number): void;
  /** Slices of at most `size()` hashes, by their first four bytes; the run is empty afterwards. */
  sorted(size: () => number): Generator<RunPiece>;
}

export interface RunPiece {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Number of the entry within its batch, one for each hash. */
  readonly entries: Uint32Array<ArrayBuffer>;
}

export function createKeyRun(width: number): KeyRun {
  let bytes = new Uint8Array(width * 4096);
  let entries = new Uint32Array(4096);
  let size = 0;

  function grow(): void {
    const wider = new Uint8Array(bytes.length * 2);
    wider.set(bytes);
    bytes = wider;
    const longer = new Uint32Array(entries.length * 2);
    longer.set(entries);
    entries = longer;
  }

  return {
    width,
    get size() {
      return size;
    },
    add(entry, from, at) {
      if (size === entries.length) grow();
      entries[size] = entry;
      for (let n = 0; n < width; n += 1) bytes[size * width + n] = from[at + n] ?? 0;
      size += 1;
    },
    *sorted(sliceSize) {
      const order = orderOf(bytes, width, size);
      for (let from = 0; from < size; ) {
        const to = Math.min(size, from + Math.max(1, sliceSize()));
        yield gather(order.subarray(from, to), bytes, entries, width);
        from = to;
      }
      size = 0;
    },
  };
}

/**
 * Radix sort by the first four bytes, two at a time. Equal beginnings stay as they came: an index is
 * written at its end either way.
 */
function orderOf(bytes: Uint8Array, width: number, size: number): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let order = Uint32Array.from({ length: size }, (_, n) => n);
  for (const part of [2, 0]) {
    const digit = (n: number) => view.getUint16(n * width + part);
    const starts = new Uint32Array(65_537);
    for (const n of order) starts[digit(n) + 1] = (starts[digit(n) + 1] ?? 0) + 1;
    for (let d = 1; d < starts.length; d += 1) starts[d] = (starts[d] ?? 0) + (starts[d - 1] ?? 0);
    const next = new Uint32Array(size);
    for (const n of order) {
      const at = starts[digit(n)] ?? 0;
      next[at] = n;
      starts[digit(n)] = at + 1;
    }
    order = next;
  }
  return order;
}

function gather(
  order: Uint32Array,
  bytes: Uint8Array,
  entries: Uint32Array,
  width: number,
): RunPiece {
  const piece = {
    bytes: new Uint8Array(order.length * width),
    entries: new Uint32Array(order.length),
  };
  for (const [at, n] of order.entries()) {
    piece.bytes.set(bytes.subarray(n * width, (n + 1) * width), at * width);
    piece.entries[at] = entries[n] ?? 0;
  }
  return piece;
}
