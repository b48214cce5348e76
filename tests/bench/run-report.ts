import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Figure, keeps, type Measurement, type Promised, type Report } from './figure.ts';

export interface ReportDocument {
  figures: Record<string, Figure>;
  notes: Record<string, string>;
}

export interface RunOptions {
  /** Where the JSON goes; null: nowhere. */
  readonly json: string | null;
  /** Names asked for; null: all. */
  readonly only: readonly string[] | null;
}

/** @param argv without node and the script: `--json FILE [--only a,b]` */
export function parseRunOptions(argv: readonly string[]): RunOptions {
  const options = { json: { type: 'string' }, only: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...argv], options, strict: true });
  const only = values.only?.split(',').filter(Boolean);
  return { json: values.json ?? null, only: only?.length ? only : null };
}

export interface Run {
  readonly promised: readonly Promised[];
  readonly measurements: readonly Measurement[];
  readonly options: RunOptions;
  readonly say: (line: string) => void;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** No measurement is started after so many milliseconds. */
  readonly budget: number;
}

/**
 * Runs the measurements one after another and keeps the report file true at every moment: a run that
 * is killed leaves what it had measured. A measurement that throws becomes a note; the others go on.
 */
export async function runReport(run: Run): Promise<ReportDocument> {
  const { promised, options, say } = run;
  const asked = (name: string) => options.only === null || options.only.includes(name);
  const document: ReportDocument = { figures: {}, notes: {} };
  const report = reporter(document, run);
  for (const name of unknownNames(options.only, promised)) report.absent(name, 'no such figure');
  for (const { name, later } of promised) {
    if (asked(name) && later !== undefined) report.absent(name, `not measured yet: ${later}`);
  }
  const started = run.now();
  for (const measurement of run.measurements) {
    const names = measurement.names.filter(asked);
    if (names.length === 0) continue;
    if (run.now() - started > run.budget) noteAll(report, names, 'no time left in this run');
    else await measureOne(measurement, names, document, report, run);
  }
  for (const { name } of promised) {
    const isTold = name in document.figures || name in document.notes;
    if (asked(name) && !isTold) report.absent(name, 'nothing measures it');
  }
  for (const line of table(document, promised)) say(line);
  return document;
}

async function measureOne(
  measurement: Measurement,
  names: readonly string[],
  document: ReportDocument,
  report: Report,
  { say, now }: Run,
): Promise<void> {
  const since = now();
  const missing = () =>
    names.filter((name) => !(name in document.figures || name in document.notes));
  try {
    await measurement.measure(report);
    noteAll(report, missing(), 'its measurement ended without it');
  } catch (error) {
    noteAll(report, missing(), `failed: ${error instanceof Error ? error.message : String(error)}`);
  }
  // The whole must end in time: who adds a measurement sees what it costs.
  say(`  (${Math.round((now() - since) / 1000)} s: ${names.join(', ')})`);
}

function noteAll(report: Report, names: readonly string[], why: string): void {
  for (const name of names) report.absent(name, why);
}

function unknownNames(only: readonly string[] | null, promised: readonly Promised[]): string[] {
  const known = new Set(promised.map(({ name }) => name));
  return (only ?? []).filter((name) => !known.has(name));
}

function reporter(document: ReportDocument, { options, say }: Run): Report {
  const asked = (name: string) => options.only === null || options.only.includes(name);
  const write = () => {
    if (options.json !== null) writeWhole(options.json, document);
  };
  return {
    figure(name, figure) {
      if (!asked(name)) return;
      if (!Number.isFinite(figure.value)) throw new Error(`${name} is not a number`);
      document.figures[name] = figure;
      say(`  ${name} ${round(figure.value)} ${figure.unit}`);
      write();
    },
    absent(name, why) {
      if (!asked(name)) return;
      document.notes[name] = why;
      write();
    },
  };
}

/** In one step, so that a reader never sees half a document. */
function writeWhole(file: string, document: ReportDocument): void {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  writeFileSync(`${file}.part`, `${JSON.stringify(document, null, 2)}\n`);
  renameSync(`${file}.part`, file);
}

const round = (value: number) => Number(value.toPrecision(4)).toLocaleString('en');

function table(document: ReportDocument, promised: readonly Promised[]): string[] {
  const rows = promised.flatMap((one) => {
    const figure = document.figures[one.name];
    if (!figure) return [];
    const kept = keeps(one, figure.value);
    const verdict = kept === null ? '' : kept ? 'kept' : 'MISSED';
    return [
      [one.name, `${round(figure.value)} ${figure.unit}`, limitText(one), verdict, figure.note],
    ];
  });
  const header = ['figure', 'value', 'limit', '', 'how'];
  const absent = Object.entries(document.notes).map(([name, why]) => `  ${name}: ${why}`);
  return ['', ...columns([header, ...rows]), ...(absent.length ? ['', 'absent:', ...absent] : [])];
}

function limitText({ limit }: Promised): string {
  if (!limit) return '';
  return 'atMost' in limit ? `≤ ${round(limit.atMost)}` : `≥ ${round(limit.atLeast)}`;
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
