/** A record of a CSV file and the line it begins on, the first being 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** One cell with its quotes (RFC 4180), or as it stands; then what ends it. */
const cellsBy = (mark: string) =>
  new RegExp(
    `(?:"((?:[^"]|"")*)"[^${mark}\\r\\n]*|([^${mark}\\r\\n]*))(${mark}|\\r\\n|\\n|\\r)`,
    'gy',
  );

/** Comma, tab or semicolon, whichever the heading has most of. */
function markOf(text: string): string {
  const heading = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const marks = [',', '\t', ';'] as const;
  return [...marks].sort((a, b) => heading.split(b).length - heading.split(a).length)[0] ?? ',';
}

/**
 * Rows of a small file with something in them, at most `limit`; null where a quote never closes. A
 * quote inside a cell is text: ="0312345601" is how a spreadsheet keeps a leading zero.
 */
export function csvRows(given: string, limit: number): CsvRow[] | null {
  // The last line ends like the others, or its last cell could be none.
  const text = /[\r\n]$/.test(given) ? given : `${given}\n`;
  const next = cellsBy(markOf(text));
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let begins = 1;
  while (next.lastIndex < text.length && rows.length < limit) {
    const at = next.lastIndex;
    const [whole = '', quoted, plain = '', end = ''] = next.exec(text) ?? [];
    if (whole === '' || (quoted === undefined && text[at] === '"')) return null;
    cells.push(quoted?.replaceAll('""', '"') ?? plain);
    line += whole.split(/\r\n|\n|\r/).length - 1;
    if (!/[\r\n]/.test(end)) continue;
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: begins, cells });
    cells = [];
    begins = line;
  }
  return rows;
}
