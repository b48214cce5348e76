// `npm run chaos -- --json FILE [--only a,b]`: what is lost or done twice while processes are killed.
import type { Measurement, Promised } from '../bench/figure.ts';
import { parseRunOptions, runReport } from '../bench/run-report.ts';
import { unknownMails } from './unknown-mails.ts';

const later = 'killing processes under load comes later';

const promised: readonly Promised[] = [
  { name: 'kills', later },
  { name: 'lost_webhooks', limit: { atMost: 0 }, later },
  { name: 'flagged_not_held', limit: { atMost: 0 }, later },
  { name: 'held_without_case', limit: { atMost: 0 }, later },
  { name: 'double_actions', limit: { atMost: 0 }, later },
  { name: 'unknown_mails' },
];

const measurements: readonly Measurement[] = [unknownMails];

await runReport({
  promised,
  measurements,
  options: parseRunOptions(process.argv.slice(2)),
  say: (line) => console.log(line),
  now: () => performance.now(),
  budget: 33 * 60_000,
});
process.exit(0);
