import { createSecretKey } from 'node:crypto';
import { createKeyedHash } from '../storage/keyed-hash.ts';
import {
  entryTable,
  firstOf,
  keyBytes,
  printBytes,
  type SealedEntry,
} from '../storage/list-rows.ts';
import { seal } from '../storage/sealed.ts';
import type { ImportJob, RunSlice, WriteIo } from '../usecases/list-import-port.ts';
import type { FreshRow } from './count-rows.ts';
import { createEntrySlices } from './entry-slices.ts';
import { createKeyRun, type KeyRun } from './key-run.ts';
import type { PreparedRow } from './prepare-rows.ts';
import { createSliceSize } from './slice-size.ts';

/** Entries whose keys are sorted together: bounds the memory, and how many runs a look-up asks. */
const entriesOfSegment = 250_000;
/** Slices on their way to the writer at a time. */
const mostUnderWay = 2;

export interface EntryWriter {
  add(fresh: FreshRow): Promise<void>;
  end(): Promise<void>;
}

/** Seals new rows and hands them on: entries as they come, their keys sorted, segment by segment. */
export function createEntryWriter(
  job: ImportJob & { readonly batch: number },
  io: WriteIo,
): EntryWriter {
  const hash = createKeyedHash(job.secrets.lookup);
  const dataKey = createSecretKey(job.secrets.data);
  const entrySize = createSliceSize(400);
  const runSize = createSliceSize(4_000);
  const entryQueue = createQueue(mostUnderWay);
  const runQueue = createQueue(mostUnderWay);
  let runs = newRuns();
  let ending = Promise.resolve();
  let number = 0;
  let segment: number | null = null;
  const slices = createEntrySlices();

  function sealed(row: PreparedRow): Buffer {
    const entry: SealedEntry = {
      ...{ identity: row.identity, reason: row.reason, note: row.note, order: null },
      addedAt: row.addedAt ?? job.now,
      addedBy: { kind: 'import', ...job.by },
    };
    const place = `${job.shop}|${entryTable}|${firstOf(job.batch) + number}`;
    return seal(dataKey, place, Buffer.from(JSON.stringify(entry)));
  }

  function hashes(row: PreparedRow, print: Uint8Array): Uint8Array {
    const all = new Uint8Array(printBytes + row.keys.length * keyBytes);
    all.set(print);
    runs.prints.add(number, print, 0);
    for (const [n, key] of row.keys.entries()) {
      const at = printBytes + n * keyBytes;
      hash.write(key, all, at, keyBytes);
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
    async add({ row, print }) {
      segment ??= await io.newSegment();
      number += 1;
      const expires = row.expiresAt ?? job.expiresAt;
      slices.add({ kind: row.kind, expires, hashes: hashes(row, print), body: sealed(row) });
      if (slices.count >= entrySize.size()) await flushEntries();
      if (runs.prints.size >= entriesOfSegment) await endSegment();
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
