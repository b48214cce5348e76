import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { Scheduler } from './scheduler.ts';

/** How a store's webhooks travel. Everything can be changed while it runs. */
export interface DeliverySettings {
  /** 0 to 1: how many deliveries come twice, under the same webhook id. */
  duplicate: number;
  /** Every delivery waits this long first. */
  delayMs: number;
  /** Deliveries that wait are sent in a drawn order, not in the order of events. */
  shuffle: boolean;
  /** 0 to 1: how many are never sent. */
  lose: number;
  /** 0 to 1: how many are signed with another secret. */
  wrongSignature: number;
  /** Topics that the app does not subscribe to. */
  muted: string[];
  /** Further attempts after an answer that is not 2xx. Shopify: 8 over four hours. */
  retries: number;
  /** Wait before the first further attempt; doubles with each. */
  retryDelayMs: number;
}

/** Each shop its own: settings are changed while the shop is open. */
export const ordinaryDelivery = (): DeliverySettings => ({
  duplicate: 0,
  delayMs: 0,
  shuffle: false,
  lose: 0,
  wrongSignature: 0,
  muted: ['refunds/create'],
  retries: 8,
  retryDelayMs: 500,
});

export interface Delivery {
  readonly shop: string;
  readonly topic: string;
  readonly webhookId: string;
  readonly eventId: string;
  readonly triggeredAt: string;
  readonly body: string;
}

const mostLogged = 10_000;

/** What became of a delivery's last attempt; `status` 0: no answer. */
export interface Delivered extends Delivery {
  readonly status: number;
  readonly attempt: number;
}

export interface Webhooks {
  send(delivery: Delivery, settings: DeliverySettings): void;
  /** Resolves once nothing is under way or waiting. */
  idle(): Promise<void>;
  readonly log: readonly Delivered[];
  /** Where the app listens; null: nothing is sent. */
  target: string | null;
  close(): void;
}

/** Deliveries are real HTTP requests, signed over the very bytes that are sent. */
export function createWebhooks(config: {
  readonly secret: string;
  readonly apiVersion: string;
  readonly scheduler: Scheduler;
  readonly random: () => number;
  readonly timeoutMs?: number;
}): Webhooks {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const log: Delivered[] = [];
  const waiting: { delivery: Delivery; settings: DeliverySettings }[] = [];
  let underWay = 0;
  let listeners: (() => void)[] = [];

  const ended = () => {
    underWay -= 1;
    if (underWay > 0) return;
    const told = listeners;
    listeners = [];
    for (const listener of told) listener();
  };

  async function attempt(delivery: Delivery, settings: DeliverySettings, n: number) {
    const wrong = config.random() < settings.wrongSignature;
    const secret = wrong ? `${config.secret}-wrong` : config.secret;
    const status = await post(webhooks.target, delivery, secret, agent, config);
    log.push({ ...delivery, status, attempt: n });
    if (log.length > mostLogged) log.shift();
    const again = (status < 200 || status > 299) && n <= settings.retries;
    if (again && webhooks.target !== null) {
      config.scheduler.after(settings.retryDelayMs * 2 ** (n - 1), () => {
        void attempt(delivery, settings, n + 1);
      });
    } else ended();
  }

  /** Takes one of those that wait, the oldest or any. */
  function sendNext(): void {
    const first = waiting[0];
    if (!first) return;
    const at = first.settings.shuffle ? Math.floor(config.random() * waiting.length) : 0;
    const [next] = waiting.splice(at, 1);
    if (next) void attempt(next.delivery, next.settings, 1);
  }

  const webhooks: Webhooks = {
    log,
    target: null,
    send(delivery, settings) {
      const deliverable = webhooks.target !== null && !settings.muted.includes(delivery.topic);
      if (!deliverable || config.random() < settings.lose) return;
      const copies = config.random() < settings.duplicate ? 2 : 1;
      for (let copy = 0; copy < copies; copy += 1) {
        underWay += 1;
        waiting.push({ delivery, settings });
        if (settings.delayMs > 0) config.scheduler.after(settings.delayMs, sendNext);
        else setImmediate(sendNext);
      }
    },
    idle: () =>
      underWay === 0 ? Promise.resolve() : new Promise((resolve) => listeners.push(resolve)),
    close() {
      webhooks.target = null;
      agent.destroy();
    },
  };
  return webhooks;
}

function post(
  target: string | null,
  delivery: Delivery,
  secret: string,
  agent: Agent,
  config: { apiVersion: string; timeoutMs?: number },
): Promise<number> {
  if (target === null) return Promise.resolve(0);
  const bytes = Buffer.from(delivery.body, 'utf8');
  return new Promise((resolve) => {
    const sent = request(
      target,
      {
        method: 'POST',
        agent,
        timeout: config.timeoutMs ?? 5000,
        headers: {
          'Content-Type': 'application/json',
          'Content-Length': bytes.length,
          'User-Agent': 'Shopify-Captain-Hook',
          'X-Shopify-Topic': delivery.topic,
          'X-Shopify-Hmac-Sha256': createHmac('sha256', secret).update(bytes).digest('base64'),
          'X-Shopify-Shop-Domain': delivery.shop,
          'X-Shopify-API-Version': config.apiVersion,
          'X-Shopify-Webhook-Id': delivery.webhookId,
          'X-Shopify-Event-Id': delivery.eventId,
          'X-Shopify-Triggered-At': delivery.triggeredAt,
        },
      },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
        answer.on('error', () => resolve(0));
      },
    );
    sent.on('timeout', () => sent.destroy());
    sent.on('error', () => resolve(0));
    sent.end(bytes);
  });
}
