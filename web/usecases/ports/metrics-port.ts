import type { ActionKind, ActionState, Level } from '../../contract/level.ts';
import type { Watchdog } from '../../contract/today.ts';

/** What the app counts about itself. Labels are closed sets: a shop or an order is never a label. */
export interface Metrics {
  httpRequest(request: { route: string; method: string; status: number; seconds: number }): void;
  /** From the first byte read to the answer; Shopify gives up after 5 s. */
  webhookAnswered(answer: { topic: string; outcome: WebhookOutcome; seconds: number }): void;
  orderJudged(level: Level, mode: 'observe' | 'act'): void;
  effectApplied(kind: string, result: 'done' | 'refused' | 'retried'): void;
  actionEnded(kind: ActionKind, state: ActionState): void;
  /** An order got its first hold; from its creation at Shopify, their delivery of it included. */
  orderHeld(seconds: number): void;
  /** Reconciliation found what no webhook had told, or set right what differed. */
  missed(what: string, times: number): void;
  /** `points`: Shopify's actual query cost, 0 where it told none. */
  shopifyRequest(request: {
    operation: string;
    result: 'ok' | 'throttled' | 'failed';
    points: number;
    seconds: number;
  }): void;
  taskEnded(task: { kind: string; result: 'done' | 'retried' | 'failed'; seconds: number }): void;
  /** Read at each scrape; oldest in seconds. A failing read leaves the last figures. */
  watchQueue(read: () => Promise<QueueFigures>): void;
  watchWatchdog(read: () => Promise<Watchdog>): void;
  watchMails(read: () => Promise<MailFigures>): void;
}

export type WebhookOutcome =
  | 'stored'
  | 'duplicate'
  | 'ignored'
  | 'unauthorized'
  | 'malformed'
  | 'too-large'
  | 'failed';

export interface QueueFigures {
  readonly waiting: number;
  readonly failed: number;
  readonly oldestSeconds: number;
}

/** Letters in each state that wants looking at; what was sent or called off is not counted. */
export type MailFigures = Readonly<Record<'waiting' | 'sending' | 'unknown' | 'failed', number>>;
