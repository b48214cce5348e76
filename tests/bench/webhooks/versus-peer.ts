import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { installPackages, packageFolders } from '../../machinery/install.ts';
import { recordWebhooks, sendFromThread } from '../acknowledgement.ts';
import { type BenchedApp, bench, startBenchedApp } from '../app-process.ts';
import { type Measurement, percentile } from '../figure.ts';
import type { ClosedLoop, LoopResult, LoopRound } from './closed-loop.ts';
import { type PeerProcess, startPeer } from './peer-process.ts';

const connections = 64;
const rounds = 7;
const roundMs = 3_000;
const warmUpMs = 2_000;
const recorded = 6_000;
const steady = { perSecond: 200, seconds: 5 };

/**
 * How many webhooks are answered in a second when as many come as are answered: the app, which stores
 * each before it answers and judges orders meanwhile, and the usual library, which checks the signature
 * and calls a handler that does nothing.
 */
export const versusPeer: Measurement = {
  names: ['ack_vs_shopify_app_express'],
  async measure(report) {
    installPackages(packageFolders.peers);
    const app = await startBenchedApp(20);
    try {
      const webhooks = await recordWebhooks(app, recorded, { duplicate: 0 });
      const peer = await startPeer([...new Set(webhooks.map(({ topic }) => topic))]);
      try {
        const p99 = await steadyP99(app, peer, webhooks);
        const { ratios, own, theirs, judged } = await saturate(app, peer, webhooks);
        report.figure('ack_vs_shopify_app_express', {
          ...{ value: percentile(ratios, 0.5), unit: '×' },
          note: `throughput over that of shopify-app-express 8.0.2 (MIT) with an empty handler; ${connections} connections, ${rounds} rounds of ${roundMs / 1000} s in turn, median of their ratios (${ratios.map((one) => one.toFixed(2)).join(', ')}); medians ${perSecond(own)} and ${perSecond(theirs)} webhooks/s. Ours has each on the disk, sealed, before it answers, knows a repeated one, and judged ${judged} orders meanwhile; the library checks the signature. At ${steady.perSecond}/s p99 ${p99.own.toFixed(1)} and ${p99.theirs.toFixed(1)} ms`,
        });
      } finally {
        await peer.stop();
      }
    } finally {
      await app.stop();
    }
  },
};

const perSecond = (values: readonly number[]) =>
  Math.round(percentile(values, 0.5)).toLocaleString('en');

type Recorded = Awaited<ReturnType<typeof recordWebhooks>>;

/** What Shopify waits for at a rate that leaves room; the library first, for ours goes on working. */
async function steadyP99(app: BenchedApp, peer: PeerProcess, webhooks: Recorded) {
  const count = steady.perSecond * steady.seconds;
  const of = async (origin: string) => {
    const { apiSecret: secret, domain } = bench;
    const load = { origin, secret, domain, perSecond: steady.perSecond };
    const times = await sendFromThread({ ...load, webhooks: webhooks.slice(0, count) });
    // The first second of a fresh process compiles its code.
    return percentile(times.slice(steady.perSecond), 0.99);
  };
  return { theirs: await app.stoodStill(() => of(peer.origin)), own: await of(app.origin()) };
}

async function saturate(app: BenchedApp, peer: PeerProcess, webhooks: Recorded) {
  const { apiSecret: secret, domain } = bench;
  const loop: ClosedLoop = { secret, domain, connections, webhooks };
  const thread = new Worker(new URL('./closed-loop.ts', import.meta.url), { workerData: loop });
  const run = (origin: string, milliseconds: number) => askThread(thread, { origin, milliseconds });
  const ofPeer = (milliseconds: number) => app.stoodStill(() => run(peer.origin, milliseconds));
  try {
    await ofPeer(warmUpMs);
    await run(app.origin(), warmUpMs);
    const before = await app.metric('sekisho_orders_judged_total');
    const own: number[] = [];
    const theirs: number[] = [];
    for (let n = 0; n < rounds; n += 1) {
      theirs.push(await ofPeer(roundMs));
      own.push(await run(app.origin(), roundMs));
    }
    const judged = (await app.metric('sekisho_orders_judged_total')) - before;
    const ratios = own.map((rate, at) => rate / (theirs[at] ?? Number.NaN));
    return { ratios, own, theirs, judged };
  } finally {
    await thread.terminate();
  }
}

const told = z.union([
  z.object({ result: z.object({ answered: z.number(), seconds: z.number() }) }),
  z.object({ problem: z.string() }),
]);

/** @returns webhooks answered a second */
function askThread(thread: Worker, round: LoopRound): Promise<number> {
  return new Promise((resolve, reject) => {
    thread.once('message', (message: unknown) => {
      const answer = told.parse(message);
      if ('problem' in answer) return reject(new Error(answer.problem));
      const { answered, seconds }: LoopResult = answer.result;
      resolve(answered / seconds);
    });
    thread.postMessage(round);
  });
}
