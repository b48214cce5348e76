import { openStorage } from '../../web/storage/open-storage.ts';
import { type PostgresServer, startPostgres, whyNoPostgres } from '../machinery/postgres-server.ts';
import { bench, startBenchedApp } from './app-process.ts';
import { type Figure, type Measurement, percentile, type Report } from './figure.ts';
import { type ImportRun, runImport } from './list-import-run.ts';
import { askedOrders, type LookUps, lookUp } from './list-lookups.ts';
import { searchTrigrams } from './list-trigrams.ts';

const asked = 2_000;
const warmUp = 300;

/** A million entries imported through the API, webhooks answered meanwhile; then orders looked up. */
export const lists = listMeasurement(1_000_000);

export function listMeasurement(rows: number): Measurement {
  return {
    names: [
      'import_rows_per_s',
      'exact_match_p99_ms',
      'similar_match_p99_ms',
      'similar_vs_pg_trgm',
    ],
    async measure(report) {
      const sqlite = await measureOn(rows);
      tell(report, rows, sqlite, 'PostgreSQL is still to come');
      const why = whyNoPostgres();
      if (why !== null) {
        tell(report, rows, sqlite, `PostgreSQL: ${why}`);
        report.absent('similar_vs_pg_trgm', why);
        return;
      }
      const server = await startPostgres();
      try {
        const postgres = await measureOn(rows, server.url);
        tell(report, rows, sqlite, postgres);
        await compare(report, rows, server, postgres.lookUps);
      } finally {
        await server.stop();
      }
    },
  };
}

interface Measured {
  readonly run: ImportRun;
  readonly lookUps: LookUps;
}

async function measureOn(rows: number, postgresUrl?: string): Promise<Measured> {
  const app = await startBenchedApp(0, postgresUrl === undefined ? {} : { postgresUrl });
  try {
    const run = await runImport(app, rows);
    const storage = openStorage({
      ...{ databaseUrl: app.databaseUrl, encryptionKey: bench.encryptionKey, now: Date.now },
    });
    try {
      const orders = askedOrders(asked + warmUp, rows);
      await lookUp(storage.read, bench.domain, orders.slice(0, warmUp));
      const lookUps = await lookUp(storage.read, bench.domain, orders.slice(warmUp));
      return { run, lookUps };
    } finally {
      await storage.close();
    }
  } finally {
    await app.stop();
  }
}

const p99 = (times: readonly number[]) => percentile(times, 0.99);
const ms = (value: number) => `${value.toFixed(2)} ms`;
const perSecond = ({ rows, write }: ImportRun) => Math.round(rows / write);

function tell(report: Report, rows: number, sqlite: Measured, postgres: Measured | string): void {
  const on = (told: (measured: Measured) => string) =>
    typeof postgres === 'string' ? postgres : `PostgreSQL: ${told(postgres)}`;
  const list = `${rows.toLocaleString('en')} rows`;
  const figures: Record<string, Figure> = {
    import_rows_per_s: {
      ...{ value: perSecond(sqlite.run), unit: 'rows/s' },
      note: `${list}, from start to visible, SQLite: ${describe(sqlite.run)}; ${on(({ run }) => `${perSecond(run)} rows/s, ${describe(run)}`)}`,
    },
    exact_match_p99_ms: {
      ...{ value: p99(sqlite.lookUps.exact), unit: 'ms' },
      note: `all keys of an order in one statement and opened, list of ${list}, SQLite; ${found(sqlite.lookUps, 'exact')}; ${on(({ lookUps }) => `p99 ${ms(p99(lookUps.exact))}, ${found(lookUps, 'exact')}`)}`,
    },
    similar_match_p99_ms: {
      ...{ value: p99(sqlite.lookUps.similar), unit: 'ms' },
      note: `the same with keys made and entries compared, SQLite; ${found(sqlite.lookUps, 'similar')}; recall ${sqlite.lookUps.recall.toFixed(3)}; ${on(({ lookUps }) => `p99 ${ms(p99(lookUps.similar))}, ${found(lookUps, 'similar')}`)}`,
    },
  };
  for (const [name, figure] of Object.entries(figures)) report.figure(name, figure);
}

const found = (lookUps: LookUps, which: 'exact' | 'similar') =>
  `median ${ms(percentile(lookUps[which], 0.5))}, ${lookUps.fetched.toFixed(1)} entries an order; of one row by a unique key on the same connections p99 ${ms(p99(lookUps.oneRow))}, median ${ms(percentile(lookUps.oneRow, 0.5))}`;

function describe({ rows, upload, check, write, writeCpu, acks, memory }: ImportRun): string {
  const cpu = ((writeCpu / rows) * 1_000_000).toFixed(0);
  const all = Math.round(rows / (upload + check + write));
  const { before, most, after } = memory;
  const sizes = `${before.toFixed(0)} MB before, ${most.toFixed(0)} at most, ${after.toFixed(0)} after a restart`;
  return `${cpu} µs of processor a row (webhooks and their work included), upload ${upload.toFixed(0)} s, check ${check.toFixed(0)} s, ${all} rows/s with both; webhooks acknowledged meanwhile p99 ${ms(p99(acks))}, median ${ms(percentile(acks, 0.5))}; ${sizes}`;
}

async function compare(
  report: Report,
  rows: number,
  server: PostgresServer,
  own: LookUps,
): Promise<void> {
  const orders = askedOrders(asked, rows);
  const { times, threshold, recall } = await searchTrigrams(server.url, rows, orders, own.recall);
  const [theirs, ours] = [percentile(times, 0.5), percentile(own.similar, 0.5)];
  report.figure('similar_vs_pg_trgm', {
    ...{ value: theirs / ours, unit: '×' },
    note: `median of a search by pg_trgm on addresses in clear ${ms(theirs)} (GIN, threshold ${threshold}, recall ${recall.toFixed(2)}, p99 ${ms(p99(times))}) over median of a similar look-up on the same PostgreSQL ${ms(ours)} (recall ${own.recall.toFixed(2)})`,
  });
}
