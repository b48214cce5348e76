import pg from 'pg';
import type { Measurement, Report } from '../bench/figure.ts';
import { startPostgres, whyNoPostgres } from '../machinery/postgres-server.ts';
import { type CrashResult, crash } from './crash-run.ts';
import { startCommand } from './server-process.ts';
import { tellFindings } from './tell-findings.ts';
import type { Wrong } from './verdict.ts';

/** On SQLite; on a slow machine there are fewer: no round begins after so many milliseconds. */
const sqlite = { rounds: 7, kills: 40, budgetMs: 11 * 60_000 };
/** Two processes on one PostgreSQL; what a dead one had taken comes back after its lease. */
const postgres = { rounds: 2, kills: 20, budgetMs: 5 * 60_000 };

const counted: readonly Wrong[] = [
  'lost_webhooks',
  'flagged_not_held',
  'held_without_case',
  'double_actions',
  'lost_clicks',
];

interface Round extends CrashResult {
  readonly engine: 'SQLite' | 'PostgreSQL';
}

/** SIGKILL at random points, hundreds of times, each round on a shop and a database of its own. */
export const crashes: Measurement = {
  names: ['kills', ...counted],
  async measure(report) {
    const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
    const rounds: Round[] = [];
    const keep = (round: Round) => {
      rounds.push(round);
      tellFindings(round);
      tellRounds(report, rounds);
    };
    const begun = Date.now();
    for (let n = 0; n < sqlite.rounds && Date.now() < begun + sqlite.budgetMs; n += 1) {
      const result = await crash({ ...ordinary(seed + n), kills: sqlite.kills });
      keep({ ...result, engine: 'SQLite' });
    }
    const why = whyNoPostgres() ?? (await onPostgres(seed + sqlite.rounds, keep).then(ended, told));
    if (why !== null) console.error(`PostgreSQL: ${why}`);
  },
};

const ended = () => null;
/** What SQLite has shown stands. */
const told = (error: unknown) => (error instanceof Error ? error.message : String(error));

const ordinary = (seed: number) => ({
  ...{ seed, command: startCommand(), everyMs: 300 },
  ...{ limitMs: 2 * 60_000, settleMs: 70_000, retryDelayMs: 500 },
});

async function onPostgres(seed: number, keep: (round: Round) => void): Promise<void> {
  const server = await startPostgres();
  const begun = Date.now();
  try {
    for (let n = 0; n < postgres.rounds && Date.now() < begun + postgres.budgetMs; n += 1) {
      const databaseUrl = await newDatabase(server.url, `chaos_${n}`);
      const options = { ...ordinary(seed + n), kills: postgres.kills, databaseUrl, processes: 2 };
      keep({ ...(await crash(options)), engine: 'PostgreSQL' });
    }
  } finally {
    await server.stop();
  }
}

async function newDatabase(url: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}

function tellRounds(report: Report, rounds: readonly Round[]): void {
  const sum = (what: (round: Round) => number) =>
    rounds.reduce((total, round) => total + what(round), 0);
  const seeds = rounds.map(({ seed }) => seed).join(', ');
  const onTwo = rounds
    .filter(({ engine }) => engine === 'PostgreSQL')
    .reduce((all, { kills }) => all + kills, 0);
  const note = `npm start; ${onTwo} of them on PostgreSQL with two processes, the rest on SQLite; ${sum((r) => r.orders)} orders, ${sum((r) => r.clicks)} clicks (${sum((r) => r.repeated)} met no process and were repeated), ${sum((r) => r.deliveries)} deliveries, ${sum((r) => r.givenUp)} given up by Shopify; ${sum((r) => r.mails)} mails, ${sum((r) => r.unknownMails)} of unknown fate; seeds ${seeds}`;
  report.figure('kills', { value: sum(({ kills }) => kills), unit: 'SIGKILLs', note });
  const unsettled = rounds.filter(({ settled }) => !settled).length;
  const more: Partial<Record<Wrong, string>> = {
    double_actions: `by the store's log and the mail server's Message-IDs; ${sum((r) => r.refused)} mutations were sent again and refused by the store`,
    lost_clicks: `answered and not carried out; ${unsettled} of ${rounds.length} rounds did not come to rest in time`,
  };
  for (const name of counted) {
    const value = sum(({ findings }) => findings.filter(({ wrong }) => wrong === name).length);
    report.figure(name, {
      value,
      unit: '',
      note: more[name] ?? `after ${sum((r) => r.kills)} kills`,
    });
  }
}
