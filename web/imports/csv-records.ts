import type { ImportFailure } from '../contract/list-imports.ts';
import { type CsvText, createCsvText } from './csv-text.ts';

/** A record of the file and the line it begins on, the first being 1. */
export interface CsvRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

export class BadFile extends Error {
  readonly fault: ImportFailure;
  constructor(fault: ImportFailure) {
    super(fault);
    this.name = 'BadFile';
    this.fault = fault;
  }
}

/** Comma, tab or semicolon, whichever the heading has most of outside of quotes. */
export function delimiterOf(heading: string): string {
  const bare = heading.replace(/"[^"]*"/g, '');
  const counts = [',', '\t', ';'].map((mark) => ({ mark, n: bare.split(mark).length }));
  return counts.reduce((most, one) => (one.n > most.n ? one : most)).mark;
}

/** Records in file order, those of a piece of text together; blank lines are counted and left out. */
export async function* csvRecords(text: AsyncIterable<string>): AsyncGenerator<CsvRecord[]> {
  let csv: CsvText | null = null;
  let line = 1;
  const take = (rows: readonly string[][]): CsvRecord[] => {
    const records: CsvRecord[] = [];
    for (const cells of rows) {
      if (cells.length > 1 || cells[0]?.trim()) records.push({ cells, line });
      line += 1;
      for (const cell of cells) line += breaksIn(cell);
    }
    return records;
  };
  for await (const piece of text) {
    csv ??= createCsvText(delimiterOf(/^[^\r\n]*/.exec(piece)?.[0] ?? ''), faultOfQuotes);
    for (let at = 0; at < piece.length; at += sliceLength) {
      const records = take(csv.read(piece.slice(at, at + sliceLength)));
      if (records.length > 0) yield records;
    }
  }
  const last = take(csv?.end() ?? []);
  if (last.length > 0) yield last;
}

/** Characters. Thousands of rows at once would live long enough to be taken for lasting by the collector. */
const sliceLength = 32_768;

const faultOfQuotes = () => new BadFile('quotes');

/** Lines that a quoted cell goes on for. */
function breaksIn(cell: string): number {
  if (!cell.includes('\n') && !cell.includes('\r')) return 0;
  return cell.match(/\r\n|\n|\r/g)?.length ?? 0;
}
