import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { adminRoutes } from '../../web/standin/admin-routes.ts';
import { installPackages, packageFolders } from '../machinery/install.ts';
import { type BenchedApp, bench, startBenchedApp } from './app-process.ts';
import {
  type Load,
  type LoadRequest,
  type MeasuredLoads,
  measuredLoads,
} from './browser/measured-loads.ts';
import { type Measurement, percentile, type Report } from './figure.ts';
import { fillQueue } from './queue-fill.ts';

const run = promisify(execFile);
const loads = 7;
const presses = 20;
/** What Lighthouse takes for a desktop computer. */
const line = { latencyMs: 40, bitsPerSecond: 10_240_000 };

/** The first page and the queue in a real browser, at a hundred thousand open cases. */
export const pageTiming = pageMeasurement(100_000);

export function pageMeasurement(cases: number): Measurement {
  return {
    names: ['first_page_js_kb', 'lcp_ms', 'inp_ms'],
    async measure(report) {
      installPackages(packageFolders.machinery);
      await run(process.execPath, [path.join(packageFolders.machinery, 'prepare.ts')]);
      const app = await startBenchedApp(0);
      try {
        const { databaseUrl, standIn } = app;
        const { encryptionKey, domain, apiKey } = bench;
        standIn.routes.push(adminRoutes(standIn, { appOrigin: app.origin(), apiKey }));
        const now = Date.now();
        await fillQueue({ databaseUrl, encryptionKey, shop: domain, count: cases, now });
        const measured = await inBrowser(app);
        tellTimes(report, measured, cases);
        await tellScripts(report, measured.today[0]);
      } finally {
        await app.stop();
      }
    },
  };
}

async function inBrowser(app: BenchedApp): Promise<MeasuredLoads> {
  const tokenUrl = `${app.standIn.origin}/store/session-token?shop=${bench.domain}`;
  const asked: LoadRequest = {
    ...{ appOrigin: app.origin(), tokenUrl, shop: bench.domain },
    ...{ loads, presses, line },
  };
  const script = path.join(import.meta.dirname, 'browser/load-pages.ts');
  const { stdout } = await run(process.execPath, [script, JSON.stringify(asked)], {
    timeout: 4 * 60_000,
  });
  return measuredLoads.parse(JSON.parse(stdout));
}

/** Shopify judges the 75th percentile of the loads, and so does the figure: of the slower page. */
function tellTimes(report: Report, { today, queue, keys }: MeasuredLoads, cases: number): void {
  const p75 = (all: readonly Load[]) => percentile(times(all, 'lcp'), 0.75);
  const where = `Chromium, ${cases.toLocaleString('en')} open cases, SQLite`;
  const how = `a line of ${line.latencyMs} ms and ${line.bitsPerSecond / 1_024_000} Mbit/s, without Shopify's own script`;
  report.figure('lcp_ms', {
    ...{ value: Math.max(p75(today), p75(queue)), unit: 'ms' },
    note: `p75 of the slower page; ${where}, ${loads} loads of each with nothing in the cache, ${how}; /queue: ${textOf(queue)}; /: ${textOf(today)}`,
  });
  report.figure('inp_ms', {
    ...{ value: Math.max(...keys), unit: 'ms' },
    note: `worst of ${keys.length} presses of j and x on /queue (Event Timing, in steps of 8 ms, from 16); median ${percentile(keys, 0.5)} ms; ${where}`,
  });
}

const times = (all: readonly Load[], name: 'fcp' | 'lcp' | 'shown') =>
  all.map((load) => load[name]);

function textOf(all: readonly Load[]): string {
  const middleAndWorst = (name: 'fcp' | 'lcp' | 'shown') =>
    [0.5, 1].map((share) => Math.round(percentile(times(all, name), share))).join('/');
  return `LCP median/worst ${middleAndWorst('lcp')} ms (「${all.at(-1)?.largest}」), FCP ${middleAndWorst('fcp')}, facts shown ${middleAndWorst('shown')}`;
}

/** kB of 1,000 bytes. A browser takes Brotli from https and from this machine; gzip is told beside it. */
async function tellScripts(report: Report, { scripts }: Load): Promise<void> {
  const sum = (sizes: readonly number[]) => sizes.reduce((a, b) => a + b, 0) / 1000;
  const gzip = await Promise.all(scripts.map(({ url }) => gzipBytes(url)));
  report.figure('first_page_js_kb', {
    ...{ value: sum(scripts.map(({ bytes }) => bytes)), unit: 'kB' },
    note: `${scripts.length} scripts that Chromium loads for /, in Brotli as served to it; ${sum(gzip).toFixed(1)} kB in gzip; without Shopify's own script`,
  });
}

async function gzipBytes(url: string): Promise<number> {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'gzip' } });
  await answer.arrayBuffer();
  if (answer.headers.get('content-encoding') !== 'gzip') throw new Error(`${url} is not gzip`);
  return Number(answer.headers.get('content-length'));
}
