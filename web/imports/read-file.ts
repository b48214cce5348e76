import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { ImportSettings } from '../contract/list-imports.ts';
import { unsealChunk } from '../storage/list-chunks.ts';
import type { CheckIo, ImportJob } from '../usecases/ports/list-import-port.ts';
import { BadFile, type CsvRecord, csvRecords } from './csv-records.ts';
import { decodeFile, type Encoding, guessEncoding } from './decode-file.ts';
import { guessMapping } from './guess-mapping.ts';

const unpack = promisify(gunzip);
const mostColumns = 100;
/** A number of entry must fit its batch, and a preview that nobody can read helps nobody. */
export const mostRows = 2_000_000;

/** The file as it came. The next piece is fetched while this one is read. */
export async function* fileBytes(job: ImportJob, io: CheckIo): AsyncGenerator<Uint8Array> {
  let next = io.chunk(0);
  for (let no = 0; ; no += 1) {
    const sealed = await next;
    if (sealed === null) return;
    next = io.chunk(no + 1);
    yield await unpack(unsealChunk(job, no, sealed));
  }
}

export interface OpenFile {
  readonly header: readonly string[];
  readonly records: AsyncGenerator<CsvRecord[]>;
}

/** Heading and records; blank lines before the heading do not count as one. */
export async function openFile(
  job: ImportJob,
  io: CheckIo,
  encoding: Encoding,
  fatal: boolean,
): Promise<OpenFile> {
  const records = csvRecords(decodeFile(fileBytes(job, io), encoding, fatal));
  const first = await records.next();
  const [heading, ...rest] = first.done ? [] : first.value;
  if (heading === undefined) throw new BadFile('empty');
  const header = heading.cells.slice(0, mostColumns).map((name) => name.trim());
  return { header, records: withFirst(rest, records) };
}

async function* withFirst<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}

/** What the file seems to be; what a person chose stays. */
export async function settingsFor(
  job: ImportJob,
  io: CheckIo,
): Promise<ImportSettings & { header: readonly string[] }> {
  const begin = await fileBytes(job, io).next();
  if (begin.done) throw new BadFile('empty');
  const encoding = job.settings?.encoding ?? guessEncoding(begin.value);
  const { header, records } = await openFile(job, io, encoding, false);
  await records.return(undefined);
  const isChosen = job.settings !== null && job.settings.mapping.length === header.length;
  const mapping = isChosen ? job.settings.mapping : guessMapping(header);
  const { kind = 'fraud', skipBadRows = true } = job.settings ?? {};
  return { header, mapping, kind, encoding, skipBadRows };
}
