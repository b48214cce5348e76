/**
 * CSV as RFC 4180 has it and as it is met: any of the three line ends (the file's first counts for all of
 * it), rows of any length, quotes inside cells that begin without one. Most records have no quote at all
 * and are cut by the engine's own `split`: a parser that looks at each byte costs a tenth of an import.
 */
export interface CsvText {
  /** Records that are whole by now. */
  read(piece: string): string[][];
  /** What is left, where the last line has no end. */
  end(): string[][];
}

/** Characters. A quote that is never closed makes one record of the rest of the file. */
export const longestRecord = 100_000;

/** @param fault what to throw where a quote never closes */
export function createCsvText(delimiter: string, fault: () => Error): CsvText {
  let rest = '';
  let ending = '';

  function cut(text: string, isEnd: boolean): string[][] {
    const rows: string[][] = [];
    let quote = text.indexOf('"');
    let at = 0;
    while (at < text.length) {
      if (quote >= 0 && quote < at) quote = text.indexOf('"', at);
      ending ||= lineEndOf(text, at, isEnd);
      const found = ending === '' ? -1 : text.indexOf(ending, at);
      const end = found < 0 ? text.length : found;
      if (quote >= 0 && quote < end) {
        const record = quotedRecord(text, at, { delimiter, ending, isEnd });
        if (record === null) break;
        if (record.ending !== '') ending = record.ending;
        if (record.next - at > longestRecord) throw fault();
        rows.push(record.cells);
        at = record.next;
        continue;
      }
      if (found < 0 && !isEnd) break;
      if (end - at > longestRecord) throw fault();
      rows.push(text.slice(at, end).split(delimiter));
      at = end + ending.length;
    }
    rest = text.slice(at);
    if (rest.length > longestRecord || (isEnd && rest !== '')) throw fault();
    return rows;
  }
  return {
    read: (piece) => cut(rest + piece, false),
    end: () => cut(rest, true),
  };
}

/** The first line end from `at` on; a return at the very end may still be half of one. */
function lineEndOf(text: string, at: number, isEnd: boolean): string {
  const found = /["\r\n]/g;
  found.lastIndex = at;
  const first = found.exec(text);
  if (first === null || first[0] === '"') return '';
  return endingAt(text, first.index, isEnd);
}

function endingAt(text: string, at: number, isEnd: boolean): string {
  if (text[at] === '\n') return '\n';
  if (text[at] !== '\r') return '';
  if (at + 1 === text.length && !isEnd) return '';
  return text[at + 1] === '\n' ? '\r\n' : '\r';
}

interface Known {
  readonly delimiter: string;
  /** Empty until the file's first line has ended. */
  readonly ending: string;
  readonly isEnd: boolean;
}

interface Quoted {
  readonly cells: string[];
  readonly next: number;
  readonly ending: string;
}

/** One record with a quote in it; null where it is not whole yet. */
function quotedRecord(text: string, from: number, known: Known): Quoted | null {
  const cells: string[] = [];
  for (let at = from; ; ) {
    const cell = text[at] === '"' ? quotedCell(text, at, known) : bareCell(text, at, '', known);
    if (cell === null) return null;
    cells.push(cell.text);
    if (cell.ending !== null) return { cells, next: cell.next, ending: cell.ending };
    at = cell.next;
  }
}

interface Cell {
  readonly text: string;
  readonly next: number;
  /** Of the line that ends with it; null: another cell follows. Empty: the file ends. */
  readonly ending: string | null;
}

function quotedCell(text: string, from: number, known: Known): Cell | null {
  let cell = '';
  for (let at = from + 1; ; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return null;
    cell += text.slice(at, quote);
    // What follows decides what this quote is, and a line end has up to two characters.
    if (quote + 3 > text.length && !known.isEnd) return null;
    if (text[quote + 1] === '"') {
      cell += '"';
      at = quote + 2;
      continue;
    }
    const ended = endOfCell(text, quote + 1, known);
    // "a"b is no quoted cell: its quotes are text.
    return ended === null
      ? bareCell(text, quote + 1, `"${cell}"`, known)
      : { text: cell, ...ended };
  }
}

/** What ends a cell, or could. */
const marks = /[,\t;\r\n]/g;

/** Up to the next delimiter or line end; quotes on the way are text. */
function bareCell(text: string, from: number, before: string, known: Known): Cell | null {
  for (let at = from; ; at += 1) {
    marks.lastIndex = at;
    at = marks.exec(text)?.index ?? text.length;
    const ended = endOfCell(text, at, known);
    if (ended !== null) return { text: before + text.slice(from, at), ...ended };
    if (at + 1 >= text.length && !known.isEnd) return null;
  }
}

function endOfCell(text: string, at: number, known: Known): Omit<Cell, 'text'> | null {
  if (at >= text.length) return known.isEnd ? { next: text.length, ending: '' } : null;
  if (text.startsWith(known.delimiter, at)) {
    return { next: at + known.delimiter.length, ending: null };
  }
  const ending = known.ending || endingAt(text, at, known.isEnd);
  if (ending === '' || !text.startsWith(ending, at)) return null;
  return { next: at + ending.length, ending };
}
