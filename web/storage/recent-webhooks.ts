import type { ReceivedWebhook } from '../usecases/ports/storage-port.ts';
import type { WebhookEnvelope } from '../usecases/webhooks/webhook-payload.ts';

/** Shopify repeats a delivery within seconds, or minutes later; older ones the table refuses. */
const mostIds = 5_000;
/** Characters of all bodies together: an envelope that is not kept is read from its row. */
const mostText = 8_000_000;
const longestBody = 32_000;

type Outcome = Promise<'stored' | 'duplicate'>;

/** What this process has just stored: asked before the database, which stays the truth. */
export interface RecentWebhooks {
  /** What became of the first delivery of this webhook; undefined: none is known of. */
  first(webhook: ReceivedWebhook): Outcome | undefined;
  /** Forgotten again where it fails: its next delivery must be stored. */
  expect(webhook: ReceivedWebhook, outcome: Outcome): void;
  keep(id: number, envelope: WebhookEnvelope): void;
  /** Once: who asks again (a second try) reads the row. */
  take(shop: string, id: number): WebhookEnvelope | null;
  forget(shop: string): void;
}

export function createRecentWebhooks(): RecentWebhooks {
  const outcomes = new Map<string, Outcome>();
  const envelopes = new Map<string, WebhookEnvelope>();
  let text = 0;
  const drop = (name: string) => {
    text -= envelopes.get(name)?.body.length ?? 0;
    envelopes.delete(name);
  };
  const nameOf = ({ envelope }: ReceivedWebhook) => `${envelope.shop}\n${envelope.webhookId}`;
  return {
    first: (webhook) => outcomes.get(nameOf(webhook)),
    expect(webhook, outcome) {
      const name = nameOf(webhook);
      keepYoungest(outcomes, mostIds, name, outcome);
      outcome.catch(() => outcomes.delete(name));
    },
    keep(id, envelope) {
      if (envelope.body.length > longestBody) return;
      envelopes.set(`${envelope.shop}\n${id}`, envelope);
      text += envelope.body.length;
      // A Map keeps the order in which its keys came: the first is the oldest.
      for (const name of envelopes.keys()) {
        if (text <= mostText) break;
        drop(name);
      }
    },
    take(shop, id) {
      const name = `${shop}\n${id}`;
      const envelope = envelopes.get(name) ?? null;
      drop(name);
      return envelope;
    },
    forget(shop) {
      const isOf = (name: string) => name.startsWith(`${shop}\n`);
      for (const name of [...outcomes.keys()].filter(isOf)) outcomes.delete(name);
      for (const name of [...envelopes.keys()].filter(isOf)) drop(name);
    },
  };
}

/** A Map keeps the order in which its keys came: the first is the oldest. */
function keepYoungest<T>(map: Map<string, T>, most: number, name: string, value: T): void {
  map.set(name, value);
  const oldest = map.size > most ? map.keys().next().value : undefined;
  if (oldest !== undefined) map.delete(oldest);
}
