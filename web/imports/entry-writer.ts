import { createSecretKey } from 'node:crypto';
import { createKeyedHash } from '../storage/keyed-hash.ts';
import { entryTable, firstOf, keyBytes, printBytes } from '../storage/list-rows.ts';
import { seal } from '../storage/sealed.ts';
import type { ImportJob, RunSlice, WriteIo } from '../usecases/ports/list-import-port.ts';
import { createEntrySlices } from './entry-slices.ts';
import { createKeyRun, type KeyRun } from './key-run.ts';
import { beginOf, type RowPack } from './row-packs.ts';
import { createSliceSize } from './slice-size.ts';

/** Entries whose keys are sorted together: bounds the memory, and how many runs a look-up asks. */
const entriesOfSegment = 250_000;
/** Slices on their way to the writer at a time. */
const mostUnderWay = 2;

export interface EntryWriter {
  add(pack: RowPack): Promise<void>;
  end(): Promise<void>;
}

/** Seals new rows and hands them on: entries as they come, their keys sorted, segment by segment. */
export function createEntryWriter(
  job: ImportJob & { readonly batch: number },
  io: Pick<WriteIo, 'newSegment' | 'writeEntries' | 'writeRun'>,
): EntryWriter {
  const hash = createKeyedHash(job.secrets.lookup);
  const dataKey = createSecretKey(job.secrets.data);
  const entrySize = createSliceSize(400);
  const runSize = createSliceSize(4_000);
  const entryQueue = createQueue(mostUnderWay);
  const runQueue = createQueue(mostUnderWay);
  const slices = createEntrySlices();
  let runs = newRuns();
  let ending = Promise.resolve();
  let number = 0;
  let segment: number | null = null;

  function sealed(pack: RowPack, n: number): Buffer {
    const place = `${job.shop}|${entryTable}|${firstOf(job.batch) + number}`;
    const from = beginOf(pack.bodyEnds, n);
    const plain = Buffer.from(pack.bodies.buffer, from, (pack.bodyEnds[n] ?? 0) - from);
    return seal(dataKey, place, plain);
  }

  /** @param key of the row's first, counted through the pack */
  function hashes(pack: RowPack, n: number, key: number): Uint8Array {
    const count = pack.keyCounts[n] ?? 0;
    const all = new Uint8Array(printBytes + count * keyBytes);
    all.set(pack.prints.subarray(n * printBytes, (n + 1) * printBytes));
    runs.prints.add(number, all, 0);
    for (let k = key; k < key + count; k += 1) {
      const at = printBytes + (k - key) * keyBytes;
      const to = pack.textEnds[k] ?? 0;
      hash.writeOf(pack.texts, beginOf(pack.textEnds, k), to, all, at, keyBytes);
      runs.keys.add(number, all, at);
    }
    return all;
  }

  async function flushEntries(): Promise<void> {
    if (slices.count === 0 || segment === null) return;
    const slice = slices.take(segment, number - slices.count + 1);
    await entryQueue(async () => entrySize.took(await io.writeEntries(slice)));
  }

  async function flushRun(table: RunSlice['table'], run: KeyRun, of: number): Promise<void> {
    for (const piece of run.sorted(() => runSize.size())) {
      const slice = { table, segment: of, ...piece };
      await runQueue(async () => runSize.took(await io.writeRun(slice)));
    }
  }

  /** Its keys are written while the next segment is read: neither waits for the other. */
  async function endSegment(): Promise<void> {
    if (segment === null) return;
    await flushEntries();
    await ending;
    const [ended, of] = [runs, segment];
    runs = newRuns();
    segment = null;
    ending = flushRun('prints', ended.prints, of).then(() => flushRun('keys', ended.keys, of));
    ending.catch(() => undefined);
  }

  return {
    async add(pack) {
      let key = 0;
      for (const [n, kind] of pack.kinds.entries()) {
        segment ??= await io.newSegment();
        number += 1;
        const expires = pack.expires[n] ?? Number.NaN;
        slices.add({ kind, expires, hashes: hashes(pack, n, key), body: sealed(pack, n) });
        key += pack.keyCounts[n] ?? 0;
        if (slices.count >= entrySize.size()) await flushEntries();
        if (runs.prints.size >= entriesOfSegment) await endSegment();
      }
    },
    async end() {
      await endSegment();
      await ending;
      await entryQueue.empty();
      await runQueue.empty();
    },
  };
}

const newRuns = () => ({ keys: createKeyRun(keyBytes), prints: createKeyRun(printBytes) });

/** At most `most` at a time; a failure is thrown to whoever comes next. */
function createQueue(most: number) {
  const running: Promise<unknown>[] = [];
  const next = async () => {
    await running.shift();
  };
  const enter = async (work: () => Promise<unknown>) => {
    while (running.length >= most) await next();
    const begun = work();
    begun.catch(() => undefined);
    running.push(begun);
  };
  return Object.assign(enter, {
    async empty() {
      while (running.length > 0) await next();
    },
  });
}
