/**
 * HMAC-SHA-256 of many short texts with one key (FIPS 180-4, RFC 2104), the same that node:crypto
 * gives. A call into OpenSSL costs several times what a hash of two blocks does, and an import
 * makes ten a row: this is where it would spend half of its time.
 */
export interface KeyedHash {
  /** Writes the first `bytes` (a multiple of 4, at most 32) of the hash to `out` at `at`. */
  write(text: string, out: Uint8Array, at: number, bytes: number): void;
  /** The same of a text that is UTF-8 already: `from` to `to` of `source`. */
  writeOf(
    source: Uint8Array,
    from: number,
    to: number,
    out: Uint8Array,
    at: number,
    bytes: number,
  ): void;
}

const blockBytes = 64;

/** Fractions of the roots of the first 64 primes, as the standard derives its constants. */
function constants(): { k: Int32Array; start: Int32Array } {
  const primes: number[] = [];
  for (let n = 2; primes.length < 64; n += 1) {
    if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  }
  const fraction = (root: number) => Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
  return {
    k: Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime))),
    start: Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime))),
  };
}

const { k, start } = constants();
/** A view answers with a number, never with undefined: V8 keeps the loops free of checks. */
const kView = new DataView(k.buffer);
const w = new DataView(new ArrayBuffer(256));
const little = true;

/** Takes one block of `bytes` into `state`. */
function compress(state: DataView, bytes: DataView, from: number): void {
  for (let at = 0; at < 64; at += 4) w.setInt32(at, bytes.getInt32(from + at), little);
  for (let at = 64; at < 256; at += 4) {
    const x = w.getInt32(at - 60, little);
    const y = w.getInt32(at - 8, little);
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    const sum = w.getInt32(at - 64, little) + s0 + w.getInt32(at - 28, little) + s1;
    w.setInt32(at, sum | 0, little);
  }
  rounds(state);
}

function rounds(state: DataView): void {
  let a = state.getInt32(0);
  let b = state.getInt32(4);
  let c = state.getInt32(8);
  let d = state.getInt32(12);
  let e = state.getInt32(16);
  let f = state.getInt32(20);
  let g = state.getInt32(24);
  let h = state.getInt32(28);
  for (let at = 0; at < 256; at += 4) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const round = kView.getInt32(at, little) + w.getInt32(at, little);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + round) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state.setInt32(0, state.getInt32(0) + a);
  state.setInt32(4, state.getInt32(4) + b);
  state.setInt32(8, state.getInt32(8) + c);
  state.setInt32(12, state.getInt32(12) + d);
  state.setInt32(16, state.getInt32(16) + e);
  state.setInt32(20, state.getInt32(20) + f);
  state.setInt32(24, state.getInt32(24) + g);
  state.setInt32(28, state.getInt32(28) + h);
}

const viewOf = (bytes: Uint8Array) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The state after the key's own block, which every hash with that key begins with. */
function stateAfterKey(key: Uint8Array, pad: number): Uint8Array {
  const block = new Uint8Array(blockBytes).fill(pad);
  for (const [at, byte] of key.entries()) block[at] = byte ^ pad;
  const state = new Uint8Array(32);
  for (const [at, word] of start.entries()) viewOf(state).setInt32(at * 4, word);
  compress(viewOf(state), viewOf(block), 0);
  return state;
}

/** @param key at most 64 bytes */
export function createKeyedHash(key: Uint8Array): KeyedHash {
  if (key.length > blockBytes) throw new Error('a key longer than a block');
  const inner = stateAfterKey(key, 0x36);
  const outer = stateAfterKey(key, 0x5c);
  const state = new Uint8Array(32);
  const stateView = viewOf(state);
  let scratch = Buffer.alloc(1024);
  let scratchView = viewOf(scratch);
  const last = new Uint8Array(blockBytes);
  const lastView = viewOf(last);
  last[32] = 0x80;
  // Length of the outer message in bits: the key's block and 32 bytes.
  lastView.setUint32(60, (blockBytes + 32) * 8);
  function room(length: number): void {
    if (length + 72 <= scratch.length) return;
    scratch = Buffer.alloc(length * 2 + 128);
    scratchView = viewOf(scratch);
  }
  /** Of the first `length` bytes of the scratch block. */
  function finish(length: number, out: Uint8Array, at: number, bytes: number): void {
    const end = Math.ceil((length + 9) / blockBytes) * blockBytes;
    scratch.fill(0, length, end);
    scratch[length] = 0x80;
    scratchView.setUint32(end - 4, (blockBytes + length) * 8);
    state.set(inner);
    for (let from = 0; from < end; from += blockBytes) compress(stateView, scratchView, from);
    last.set(state);
    state.set(outer);
    compress(stateView, lastView, 0);
    out.set(bytes === 32 ? state : state.subarray(0, bytes), at);
  }
  return {
    write(text, out, at, bytes) {
      room(text.length * 3);
      finish(scratch.write(text, 0), out, at, bytes);
    },
    writeOf(source, from, to, out, at, bytes) {
      room(to - from);
      for (let n = from; n < to; n += 1) scratch[n - from] = source[n] ?? 0;
      finish(to - from, out, at, bytes);
    },
  };
}
