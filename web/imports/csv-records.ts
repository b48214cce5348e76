import { once } from 'node:events';
import { type Parser, parse } from 'csv-parse';
import type { ImportFailure } from '../contract/list-imports.ts';

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

/** A quote that is never closed makes one record of the rest of the file. */
const longestRecord = 100_000;

/** Comma, tab or semicolon, whichever the heading has most of outside of quotes. */
export function delimiterOf(heading: string): string {
  const bare = heading.replace(/"[^"]*"/g, '');
  const counts = [',', '\t', ';'].map((mark) => ({ mark, n: bare.split(mark).length }));
  return counts.reduce((most, one) => (one.n > most.n ? one : most)).mark;
}

/** Records in file order, those of a piece of text together; blank lines are counted and left out. */
export async function* csvRecords(text: AsyncIterable<string>): AsyncGenerator<CsvRecord[]> {
  const reader = createReader();
  for await (const piece of text) {
    const records = reader.read(piece);
    if (records.length > 0) yield records;
  }
  const last = await reader.end();
  if (last.length > 0) yield last;
}

/** The parser is made with the heading, which tells the delimiter. */
function createReader() {
  let parser: Parser | null = null;
  let line = 1;
  let fault: Error | null = null;

  function begin(text: string): Parser {
    const made = parse({
      delimiter: delimiterOf(/^[^\r\n]*/.exec(text)?.[0] ?? ''),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: longestRecord,
    });
    made.on('error', (error) => {
      fault = isQuoteFault(error) ? new BadFile('quotes') : error;
    });
    return made;
  }
  /** What the parser has made of its text so far: it works at once, and does not wait to be asked. */
  function drain(from: Parser): CsvRecord[] {
    const records: CsvRecord[] = [];
    for (let cells: string[] | null = from.read(); cells !== null; cells = from.read()) {
      if (cells.length > 1 || cells[0]?.trim()) records.push({ cells, line });
      line += 1;
      for (const cell of cells) line += breaksIn(cell);
    }
    if (fault !== null) throw fault;
    return records;
  }
  return {
    read(text: string): CsvRecord[] {
      parser ??= begin(text);
      parser.write(text);
      return drain(parser);
    },
    async end(): Promise<CsvRecord[]> {
      if (parser === null) return [];
      const ended = once(parser, 'readable').catch(() => undefined);
      parser.end();
      await ended;
      return drain(parser);
    },
  };
}

/** Lines that a quoted cell goes on for: the parser's own count takes CR and LF there for two. */
function breaksIn(cell: string): number {
  if (!cell.includes('\n') && !cell.includes('\r')) return 0;
  return cell.match(/\r\n|\n|\r/g)?.length ?? 0;
}

const isQuoteFault = (error: Error) => 'code' in error && /^CSV_/.test(String(error.code));
