import { readFileSync } from 'node:fs';
import { readRecording } from './replay/recording.ts';
import { replay } from './replay.ts';

/**
 * `npm run --silent standin -- --replay FILE`: replays a recorded scenario on a fresh stand-in and prints one
 * JSON: `scenario`, `exchanges`, `matched`, `differences` (exchange, path, recorded, standIn), and also
 * `skippedFields` (fields of the recording's version that the kept version of the schema no longer has; they
 * are left out of the documents and of the comparison) and `notRun` (setup steps that are not modelled).
 * Exit code 0 when every exchange matches, 1 when one differs, 2 when there is nothing to replay.
 */
const [option, file] = process.argv.slice(2);
if (option !== '--replay' || file === undefined) {
  console.error('Usage: npm run --silent standin -- --replay FILE');
  process.exit(2);
}
try {
  const report = await replay(readRecording(readFileSync(file, 'utf8')));
  console.log(JSON.stringify(report, null, 1));
  process.exitCode = report.differences.length === 0 ? 0 : 1;
} catch (error) {
  console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
