import type { Measurement, Report } from '../bench/figure.ts';
import { type CrashResult, crash } from './crash-run.ts';
import { startCommand } from './server-process.ts';
import { tellFindings } from './tell-findings.ts';
import type { Wrong } from './verdict.ts';

const kills = 320;
const killsOfRound = 40;
/** No round begins after so many milliseconds: on a slow machine there are fewer kills. */
const budgetMs = 13 * 60_000;

const counted: readonly Wrong[] = [
  'lost_webhooks',
  'flagged_not_held',
  'held_without_case',
  'double_actions',
  'lost_clicks',
];

/** SIGKILL at random points, hundreds of times, each round on a shop and a database of its own. */
export const crashes: Measurement = {
  names: ['kills', ...counted],
  async measure(report) {
    const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
    const until = Date.now() + budgetMs;
    const rounds: CrashResult[] = [];
    for (let n = 0; n * killsOfRound < kills && Date.now() < until; n += 1) {
      const round = await crash({
        ...{ seed: seed + n, command: startCommand(), kills: killsOfRound },
        ...{ everyMs: 300, limitMs: 3 * 60_000, settleMs: 2 * 60_000 },
      });
      rounds.push(round);
      tellFindings(round);
      tellRounds(report, rounds);
    }
  },
};

function tellRounds(report: Report, rounds: readonly CrashResult[]): void {
  const sum = (what: (round: CrashResult) => number) =>
    rounds.reduce((total, round) => total + what(round), 0);
  const seeds = rounds.map(({ seed }) => seed).join(', ');
  const note = `SQLite, npm start; ${sum((r) => r.orders)} orders, ${sum((r) => r.clicks)} clicks (${sum((r) => r.repeated)} met no process and were repeated), ${sum((r) => r.deliveries)} deliveries, ${sum((r) => r.givenUp)} given up by Shopify; ${sum((r) => r.mails)} mails, ${sum((r) => r.unknownMails)} of unknown fate; seeds ${seeds}`;
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
