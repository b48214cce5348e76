import { createHmac, randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createKeyRun } from '../../web/imports/key-run.ts';
import { createSeenPrints } from '../../web/imports/seen-prints.ts';
import { createSliceSize } from '../../web/imports/slice-size.ts';
import { createKeyedHash } from '../../web/storage/keyed-hash.ts';

it('sorts hashes by their first four bytes with their entries, and loses none', () => {
  const run = createKeyRun(8);
  const all = Array.from({ length: 20_000 }, () => randomBytes(8));
  for (const [entry, hash] of all.entries()) run.add(entry, hash, 0);
  const sorted: string[] = [];
  for (const { bytes, entries } of run.sorted(() => 777)) {
    expect(entries.length).toBeLessThanOrEqual(777);
    for (const [n, entry] of entries.entries()) {
      const hash = Buffer.from(bytes.subarray(n * 8, n * 8 + 8));
      expect(hash.equals(all[entry] ?? Buffer.alloc(0))).toBe(true);
      sorted.push(hash.toString('hex', 0, 4));
    }
  }
  expect(sorted).toHaveLength(all.length);
  expect(sorted).toEqual(sorted.toSorted());
  expect(run.size).toBe(0);
});

it('sees each print once, thousands of them', () => {
  const seen = createSeenPrints();
  const many = new DataView(new Uint8Array(randomBytes(16 * 50_000)).buffer);
  for (let n = 0; n < 50_000; n += 1) expect(seen.add(many, n * 16)).toBe(false);
  for (let n = 0; n < 50_000; n += 1) expect(seen.add(many, n * 16)).toBe(true);
});

it('sees a print of zeros once too', () => {
  const seen = createSeenPrints();
  const zeros = new DataView(new ArrayBuffer(16));
  expect([seen.add(zeros, 0), seen.add(zeros, 0)]).toEqual([false, true]);
});

it('makes slices smaller where the writer is slow, and larger where it is fast', () => {
  const slow = createSliceSize(400);
  const fast = createSliceSize(400);
  for (let n = 0; n < 20; n += 1) {
    slow.took(70);
    fast.took(0.4);
  }
  expect(slow.size()).toBe(25);
  expect(fast.size()).toBe(3200);
});

it('hashes as node:crypto does, whatever the length', () => {
  const key = randomBytes(32);
  const hash = createKeyedHash(key);
  for (let length = 0; length < 300; length += 1) {
    const text = '例'.repeat(length % 50) + 'x'.repeat(length);
    const out = new Uint8Array(40);
    hash.write(text, out, 8, 32);
    expect(Buffer.from(out.subarray(8))).toEqual(createHmac('sha256', key).update(text).digest());
  }
});
