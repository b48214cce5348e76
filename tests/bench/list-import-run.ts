import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { AckLoad } from './ack-load.ts';
import { recordWebhooks, sendFromThread } from './acknowledgement.ts';
import { type BenchedApp, bench } from './app-process.ts';
import { csvFile } from './list-people.ts';

const importDto = z.looseObject({
  id: z.string(),
  state: z.string(),
  counts: z.looseObject({ rows: z.number(), added: z.number(), bad: z.number() }),
  failure: z.string().nullable(),
});

/** What an import of so many rows through the HTTP API took. */
export interface ImportRun {
  readonly rows: number;
  readonly added: number;
  /** Seconds of each phase: sent and sealed, checked, written until visible. */
  readonly upload: number;
  readonly check: number;
  readonly write: number;
  /** Processor seconds of the app, all its threads, while it wrote. */
  readonly writeCpu: number;
  /** Milliseconds until a webhook was answered meanwhile, one each. */
  readonly acks: readonly number[];
  /** Resident megabytes: before, the most while it wrote, and of a new process afterwards. */
  readonly memory: { readonly before: number; readonly most: number; readonly after: number };
}

const acksPerSecond = 20;
const acksOfRound = 100;

export async function runImport(app: BenchedApp, rows: number): Promise<ImportRun> {
  const recorded = await recordWebhooks(app, acksOfRound);
  const memory = { before: await memoryOf(app), most: 0, after: 0 };
  const begun = performance.now();
  const { id } = await send(app, rows);
  const sent = performance.now();
  await until(app, id, 'ready');
  const checked = performance.now();
  const cpuBefore = await app.metric('process_cpu_seconds_total');
  await app.call('POST', `/api/lists/imports/${id}/start`, {});
  const acks: number[] = [];
  const meanwhile = acknowledge(app, recorded, acks);
  const ended = await until(app, id, 'done', async () => {
    memory.most = Math.max(memory.most, await memoryOf(app));
  });
  const written = performance.now();
  const writeCpu = (await app.metric('process_cpu_seconds_total')) - cpuBefore;
  await meanwhile.stop();
  await app.restart();
  memory.after = await memoryOf(app);
  return {
    ...{ rows: ended.counts.rows, added: ended.counts.added, writeCpu, acks, memory },
    upload: (sent - begun) / 1000,
    check: (checked - sent) / 1000,
    write: (written - checked) / 1000,
  };
}

const memoryOf = async (app: BenchedApp) =>
  (await app.metric('process_resident_memory_bytes')) / 1_000_000;

async function send(app: BenchedApp, rows: number) {
  const response = await fetch(`${app.origin()}/api/lists/imports?name=bench.csv`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${app.standIn.sessionToken(bench.domain)}`,
      'content-type': 'text/csv',
    },
    body: Readable.toWeb(Readable.from(csvFile(0, rows))),
    duplex: 'half',
  });
  if (response.status !== 202) throw new Error(`the file was answered ${response.status}`);
  return importDto.parse(await response.json());
}

async function until(
  app: BenchedApp,
  id: string,
  state: string,
  look: () => Promise<void> = async () => undefined,
) {
  for (;;) {
    const now = importDto.parse(await app.call('GET', `/api/lists/imports/${id}`));
    if (now.state === state) return now;
    if (now.state === 'failed') throw new Error(`the import failed: ${now.failure}`);
    await look();
    await sleep(100);
  }
}

/** Webhooks at a steady rate, in rounds, until told to stop; the round under way ends first. */
function acknowledge(app: BenchedApp, webhooks: AckLoad['webhooks'], into: number[]) {
  let isOver = false;
  const rounds = async () => {
    while (!isOver) {
      // Without an id of their own they are new webhooks every time.
      const load = webhooks.map((webhook) => ({ ...webhook, id: '' }));
      const times = await sendFromThread({
        ...{ origin: app.origin(), secret: bench.apiSecret, domain: bench.domain },
        ...{ perSecond: acksPerSecond, webhooks: load },
      });
      into.push(...times);
    }
  };
  const running = rounds();
  return {
    stop: async () => {
      isOver = true;
      await running;
    },
  };
}
