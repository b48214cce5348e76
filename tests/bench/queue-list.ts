import type { QueueAnswer } from '../../web/contract/queue.ts';
import { type BenchedApp, bench, startBenchedApp } from './app-process.ts';
import { type Measurement, percentile } from './figure.ts';
import { fillQueue } from './queue-fill.ts';

const rounds = 60;
const warmUp = 3;

/** The queue's page over HTTP at a hundred thousand open cases. */
export const queueList = queueMeasurement(100_000);

export function queueMeasurement(cases: number): Measurement {
  return {
    names: ['list_p99_ms'],
    async measure(report) {
      const app = await startBenchedApp(0);
      try {
        const { databaseUrl } = app;
        const { encryptionKey, domain } = bench;
        await fillQueue({
          databaseUrl,
          encryptionKey,
          shop: domain,
          count: cases,
          now: Date.now(),
        });
        await ask(app, warmUp);
        const times = await ask(app, rounds);
        const all = [...times.values()].flat();
        const slowest = [...times].toSorted((a, b) => middle(b[1]) - middle(a[1])).slice(0, 3);
        report.figure('list_p99_ms', {
          ...{ value: percentile(all, 0.99), unit: 'ms' },
          note: `GET /api/queue, 50 rows, over HTTP at ${cases.toLocaleString('en')} open cases, SQLite, ${all.length} requests of ${times.size} kinds (sorts, deep pages, filters, searches); median ${middle(all).toFixed(1)} ms; slowest medians: ${slowest.map(([name, own]) => `${name} ${middle(own).toFixed(1)} ms`).join(', ')}`,
        });
      } finally {
        await app.stop();
      }
    },
  };
}

const middle = (times: readonly number[]) => percentile(times, 0.5);

/** What staff ask for, and what is worst for an index: filters that fit nothing. */
const kinds: readonly string[] = [
  '',
  'sort=deadline',
  'sort=amount',
  'sort=age',
  'level=high',
  'level=high,caution&sort=amount',
  'due=overdue',
  'due=today',
  'who=none',
  'who=90000001&sort=age',
  'stage=asked',
  'payment=konbini',
  'stage=decide',
  'payment=other&sort=age',
  'q=%231500',
  'q=1',
  'q=reidai-777%40example.jp',
  'closed=1',
];

async function ask(app: BenchedApp, times: number): Promise<Map<string, number[]>> {
  const taken = new Map<string, number[]>();
  const measured = async (name: string, query: string): Promise<QueueAnswer> => {
    const since = performance.now();
    const answer = await app.call('GET', `/api/queue?${query}`);
    taken.set(name, [...(taken.get(name) ?? []), performance.now() - since]);
    return pageIn(answer);
  };
  let next = '';
  for (let n = 0; n < times; n += 1) {
    for (const query of kinds) await measured(query || 'first page', query);
    // One page further each time, as somebody who goes through the queue.
    const page = await measured('next page', next);
    next = page.nextCursor === null ? '' : `cursor=${page.nextCursor}`;
  }
  return taken;
}

/** The bench's app answers with whatever the route sends: its shape is the contract's. */
function pageIn(answer: unknown): QueueAnswer {
  const page: QueueAnswer = JSON.parse(JSON.stringify(answer));
  if (!Array.isArray(page.rows)) throw new Error('no page of the queue');
  return page;
}
