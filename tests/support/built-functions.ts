import { spawnSync } from 'node:child_process';

/** Tests of the checkout run the functions as they are delivered: built anew where a source is newer. */
export function setup(): void {
  const built = spawnSync(process.execPath, ['scripts/build.mjs', '--functions-if-stale'], {
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`The functions did not build:\n${built.stderr}`);
}
