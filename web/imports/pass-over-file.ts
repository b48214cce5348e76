import type { ImportSettings } from '../contract/list-imports.ts';
import type { CheckIo, ImportJob } from '../usecases/ports/list-import-port.ts';
import { createRowCount, type FreshRow, type RowCount } from './count-rows.ts';
import { BadFile } from './csv-records.ts';
import { hashOf, type RowBatch, rowBatches } from './prepare-rows.ts';
import { mostRows, openFile } from './read-file.ts';

/** Tells how far it is after so many rows. */
const rowsOfProgress = 4_000;

/**
 * One pass over the whole file. While the list is asked about a batch, the next one is read: neither
 * waits for the other.
 * @param use gets the new rows of the file in its order
 */
export async function passOverFile(
  job: ImportJob,
  settings: ImportSettings,
  io: CheckIo,
  use: (fresh: readonly FreshRow[]) => Promise<void>,
): Promise<RowCount> {
  const isGuess = !job.isChosen && settings.encoding === 'utf-8';
  const { header, records } = await openFile(job, io, settings.encoding, isGuess);
  const count = createRowCount(io, header);
  const rules = { mapping: settings.mapping, kind: settings.kind, now: job.now };
  let asked: Promise<readonly FreshRow[]> = Promise.resolve([]);
  let told = 0;
  for await (const batch of rowBatches(records, rules, hashOf(job))) {
    await use(await asked);
    asked = ask(count, batch);
    if (count.counts.rows > mostRows) throw new BadFile('too_many_rows');
    if (count.counts.rows - told < rowsOfProgress) continue;
    told = count.counts.rows;
    await io.progress(told, Math.max(job.rows, told));
  }
  await use(await asked);
  return count;
}

/** A failure belongs to whoever awaits it, one batch later. */
function ask(count: RowCount, batch: RowBatch): Promise<readonly FreshRow[]> {
  const asked = count.sort(batch);
  asked.catch(() => undefined);
  return asked;
}
