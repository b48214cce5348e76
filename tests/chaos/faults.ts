import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Measurement } from '../bench/figure.ts';
import { runFaults } from './faults-run.ts';
import { everyFault } from './faults-storm.ts';

const ordersARun = 100;
const share = 0.3;
const kinds = everyFault(1, share).faults.length;
const seeds = process.env.SEED === undefined ? [11, 12, 13] : [Number(process.env.SEED)];

/** What is left wrong after storms in which 30 % of all requests to Shopify meet a fault of some kind. */
export const faults: Measurement = {
  names: ['faults_not_converged'],
  async measure(report) {
    let wrong = 0;
    let requests = 0;
    let struck = 0;
    let clicks = 0;
    for (const seed of seeds) {
      const folder = mkdtempSync(path.join(tmpdir(), 'sekisho-faults-'));
      try {
        const databaseUrl = `sqlite:${path.join(folder, 'storm.sqlite3')}`;
        const outcome = await runFaults({ databaseUrl, seed, orders: ordersARun, share });
        wrong += outcome.violations.length;
        requests += outcome.requests;
        struck += outcome.faults;
        clicks += outcome.clicks;
        for (const violation of outcome.violations) console.log(`  SEED=${seed}: ${violation}`);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }
    const note = `orders, clicks and checkout that differ from the store, mutations done twice or sent again blindly; seeds ${seeds.join(', ')} of ${ordersARun} orders each, ${clicks} clicks, ${struck} of ${requests} requests met one of ${kinds} faults; SEED=n repeats one; SQLite, injected clock`;
    report.figure('faults_not_converged', { value: wrong, unit: 'violations', note });
  },
};
