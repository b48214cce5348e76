/** Who waits for the single writer: webhooks that Shopify waits for go first. */
export type Urgency = 'webhook' | 'work';

export interface WriteGate {
  run<T>(urgency: Urgency, work: () => Promise<T>): Promise<T>;
}

/**
 * SQLite has one writer. Without an order of our own its connection pool serves first come, first
 * served, and a webhook would wait behind a dozen judgements that are queued before it.
 */
export function createWriteGate(): WriteGate {
  const waiting: Record<Urgency, (() => void)[]> = { webhook: [], work: [] };
  let busy = false;

  const enter = (urgency: Urgency) =>
    new Promise<void>((resolve) => {
      if (busy) waiting[urgency].push(resolve);
      else {
        busy = true;
        resolve();
      }
    });
  const leave = () => {
    const next = waiting.webhook.shift() ?? waiting.work.shift();
    if (next === undefined) busy = false;
    else next();
  };
  return {
    async run(urgency, work) {
      await enter(urgency);
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}

/** PostgreSQL has many writers and its own pool: everybody goes through. */
export const openGate: WriteGate = { run: (_urgency, work) => work() };
