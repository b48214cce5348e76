import type { ImportSettings } from '../contract/list-imports.ts';
import type { Checked, CheckIo, ImportJob } from '../usecases/ports/list-import-port.ts';
import { BadFile, type CsvRecord } from './csv-records.ts';
import { passOverFile } from './pass-over-file.ts';
import { openFile, settingsFor } from './read-file.ts';

const noCounts = { rows: 0, added: 0, existing: 0, repeated: 0, bad: 0 };
const unread: Omit<Checked, 'failure'> = {
  settings: { mapping: ['ignore'], kind: 'fraud', encoding: 'utf-8', skipBadRows: true },
  ...{ columns: [], counts: noCounts, byKind: {}, badRows: [] },
};

/** What would happen if this file were imported, over the whole of it. Nothing is written. */
export async function checkFile(job: ImportJob, io: CheckIo): Promise<Checked> {
  try {
    return await check(job, io);
  } catch (error) {
    if (!(error instanceof BadFile)) throw error;
    return { ...unread, failure: error.fault };
  }
}

async function check(job: ImportJob, io: CheckIo): Promise<Checked> {
  const { header, ...settings } = await settingsFor(job, io);
  try {
    return await checkAs(job, io, header, settings);
  } catch (error) {
    const isOtherEncoding = error instanceof BadFile && error.fault === 'encoding';
    if (!isOtherEncoding || job.isChosen) throw error;
    // It began like UTF-8, for it began with Latin letters only.
    const other = {
      ...job,
      settings: { ...settings, encoding: 'shift_jis' as const, mapping: [] },
    };
    const { header: names, ...again } = await settingsFor(other, io);
    return checkAs(job, io, names, again);
  }
}

async function checkAs(
  job: ImportJob,
  io: CheckIo,
  header: readonly string[],
  settings: ImportSettings,
): Promise<Checked> {
  const columns = await samplesOf(job, io, header, settings);
  const found = await passOverFile(job, settings, io, async () => undefined);
  const { counts, byKind, badRows } = found;
  return { settings, columns, counts, byKind, badRows, failure: null };
}

const samplesShown = 3;
const longestSample = 100;

/** The first rows under each heading, so that a person sees what a column holds. */
async function samplesOf(
  job: ImportJob,
  io: CheckIo,
  header: readonly string[],
  { encoding }: ImportSettings,
): Promise<Checked['columns']> {
  const { records } = await openFile(job, io, encoding, false);
  const rows: CsvRecord[] = [];
  for await (const some of records) {
    rows.push(...some.slice(0, samplesShown - rows.length));
    if (rows.length === samplesShown) break;
  }
  return header.map((name, n) => ({
    name,
    samples: rows.map(({ cells }) => (cells[n] ?? '').slice(0, longestSample)),
  }));
}
