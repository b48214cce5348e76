import type { ImportJob, WriteIo, Written } from '../usecases/list-import-port.ts';
import type { FreshRow } from './count-rows.ts';
import { createEntryWriter } from './entry-writer.ts';
import { passOverFile } from './pass-over-file.ts';

/** Reads the file once more and writes what is new of it into a batch that nobody sees yet. */
export async function writeFile(
  job: ImportJob & { readonly batch: number },
  io: WriteIo,
): Promise<Written> {
  const { settings } = job;
  if (settings === null) throw new Error('a file is written as it was checked');
  const writer = createEntryWriter(job, io);
  const use = async (fresh: readonly FreshRow[]) => {
    for (const row of fresh) await writer.add(row);
  };
  const { counts, byKind } = await passOverFile({ ...job, isChosen: true }, settings, io, use);
  await writer.end();
  return { counts, byKind, failure: null };
}
