// `npm run bench -- --json FILE [--only a,b]`: the figures of this app, measured. A missed limit is
// printed, not an error: the exit code says only whether the run itself worked.
import { measurements, promisedFigures } from './figures.ts';
import { parseRunOptions, runReport } from './run-report.ts';

await runReport({
  promised: promisedFigures,
  measurements,
  options: parseRunOptions(process.argv.slice(2)),
  say: (line) => console.log(line),
  now: () => performance.now(),
  // The whole must end within 40 minutes, and the longest measurement is begun last.
  budget: 26 * 60_000,
});
// A server that a measurement left open must not keep the run alive.
process.exit(0);
