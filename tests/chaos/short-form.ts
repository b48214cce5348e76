import { expect } from 'vitest';
import type { BuiltServer } from '../support/built-server.ts';
import type { StormResult } from './storm.ts';
import { tellFindings } from './tell-findings.ts';

/** The long forms are `npm run chaos`; in the suite the same harnesses run with a few kills. */
const seed = Number(process.env.SEED ?? 7);
/** On a machine that has much else to do; seconds on one that has not. */
export const longestMs = 600_000;

export const ordinary = ({ file }: BuiltServer) => ({
  seed,
  command: { args: [file] },
  everyMs: 250,
  settleMs: 200_000,
  retryDelayMs: 300,
});

export function expectNothingWrong(result: StormResult): void {
  tellFindings(result);
  expect(result.findings.map(({ wrong, why }) => `${wrong}: ${why}`)).toEqual([]);
  expect(result.settled).toBe(true);
  expect(result.orders).toBeGreaterThan(0);
}
