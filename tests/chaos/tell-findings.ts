import type { CrashResult } from './crash-run.ts';

const mostTold = 20;

/** Prints what was found with the seed and the order's history, for `SEED=n npm run chaos -- …`. */
export function tellFindings({ seed, findings }: Pick<CrashResult, 'seed' | 'findings'>): void {
  for (const { wrong, why, order, history } of findings.slice(0, mostTold)) {
    console.error(`SEED=${seed} ${wrong}: ${order} ${why}`);
    for (const line of history) console.error(`    ${line}`);
  }
  const rest = findings.length - mostTold;
  if (rest > 0) console.error(`SEED=${seed}: ${rest} more`);
}
