import type { Measurement } from '../bench/figure.ts';
import { fillDisk, limitFile } from './disk-full.ts';
import { drain } from './drain.ts';
import { lockDatabase } from './locked.ts';
import { startCommand } from './server-process.ts';
import type { StormOptions, StormResult } from './storm.ts';
import { tellFindings } from './tell-findings.ts';

const seedOf = () => Number(process.env.SEED ?? Date.now() % 1_000_000);

const ordinary = (): StormOptions => ({
  ...{ seed: seedOf(), command: startCommand(), everyMs: 250 },
  ...{ settleMs: 60_000, retryDelayMs: 500 },
});

/** SIGTERM under load: how long a process takes to its end, and that nothing is lost by it. */
export const graceful: Measurement = {
  names: ['sigterm_drain_s', 'lost_at_sigterm'],
  async measure(report) {
    const result = await drain({ ...ordinary(), times: 12, limitMs: 90_000 });
    tellFindings(result);
    const slowest = Math.max(...result.ends.map(({ ms }) => ms)) / 1000;
    const unclean = result.ends.filter(({ code }) => code !== 0).length;
    const note = `the slowest of ${result.ends.length}, under ${result.orders} orders and ${result.clicks} clicks`;
    report.figure('sigterm_drain_s', { value: slowest, unit: 's', note });
    report.figure('lost_at_sigterm', {
      value: result.findings.length + unclean,
      unit: '',
      note: `webhooks, holds, clicks or mails lost or done twice, and exit codes other than 0; ${toldRest(result)}`,
    });
  },
};

const toldRest = ({ settled, seed }: StormResult) =>
  `${settled ? 'everything came to rest' : 'not everything came to rest in time'}; seed ${seed}`;

/** What goes away under the app and comes back: its disk, its database. */
export const gone: Measurement = {
  names: ['lost_on_full_disk', 'lost_while_locked'],
  async measure(report) {
    const flood = { ...ordinary(), everyMs: 60, longestMs: 90_000 };
    const full =
      (await fillDisk({ ...flood, megabytes: 24 })) ??
      (await limitFile({ ...flood, megabytes: 2 }));
    tellFindings(full);
    report.figure('lost_on_full_disk', {
      value: full.findings.length,
      unit: '',
      note: `${full.how}; ${full.refusedWebhooks} webhooks refused, ${full.orders} orders; ${toldRest(full)}`,
    });
    const forMs = 60_000;
    const locked = await lockDatabase({ ...ordinary(), forMs });
    tellFindings(locked);
    report.figure('lost_while_locked', {
      value: locked.findings.length,
      unit: '',
      note: `another process held SQLite's write lock for ${forMs / 1000} s; ${locked.orders} orders; ${toldRest(locked)}`,
    });
  },
};
