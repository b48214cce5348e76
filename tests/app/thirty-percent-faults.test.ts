import { expect, it } from 'vitest';
import { runFaults } from '../chaos/faults-run.ts';
import { tempDatabase } from '../support/temp-database.ts';

/** `SEED=7` repeats a seed that failed; `FAULT_ORDERS=300` is the long form. */
const seeds = process.env.SEED === undefined ? [1] : [Number(process.env.SEED)];
const orders = Number(process.env.FAULT_ORDERS ?? 20);

it.each(seeds)(
  'converges while 30 % of all requests meet a fault of some kind (SEED=%i)',
  async (seed) => {
    const outcome = await runFaults({ databaseUrl: tempDatabase().url, seed, orders, share: 0.3 });
    expect(outcome.violations, `SEED=${seed} repeats it`).toEqual([]);
    expect(outcome.faults / outcome.requests).toBeGreaterThan(0.15);
    expect(outcome.clicks).toBeGreaterThan(orders / 3);
  },
  600_000,
);
