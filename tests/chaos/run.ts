// `npm run chaos -- --json FILE [--only a,b]`: what is lost or done twice while processes are killed.
import type { Measurement } from '../bench/figure.ts';
import { parseRunOptions, runReport } from '../bench/run-report.ts';
import { crashes } from './crash.ts';
import { gone, graceful } from './disasters.ts';
import { faults } from './faults.ts';
import { promised } from './promised.ts';
import { unknownMails } from './unknown-mails.ts';

const measurements: readonly Measurement[] = [crashes, unknownMails, graceful, gone, faults];

await runReport({
  promised,
  measurements,
  options: parseRunOptions(process.argv.slice(2)),
  say: (line) => console.log(line),
  now: () => performance.now(),
  budget: 28 * 60_000,
});
process.exit(0);
