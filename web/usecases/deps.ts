import type { OutgoingPort } from './ports/alert-port.ts';
import type { CheckoutFunctions } from './ports/checkout-function-port.ts';
import type { IpCountryPort } from './ports/ip-country-port.ts';
import type { ImportEngine } from './ports/list-import-port.ts';
import type { Log } from './ports/log-port.ts';
import type { MailPort } from './ports/mail-port.ts';
import type { Metrics } from './ports/metrics-port.ts';
import type { ShopifyPort } from './ports/shopify-port.ts';
import type { Storage } from './ports/storage-port.ts';
import type { Words } from './ports/words-port.ts';
import type { WebhookPayload } from './webhooks/webhook-payload.ts';

/** What every use case gets. Clock and ids come in, so that a test decides both. */
export interface Deps {
  readonly storage: Storage;
  readonly shopify: ShopifyPort;
  readonly ipCountry: Pick<IpCountryPort, 'data'>;
  /** Never throws: an odd body of a known topic is `ignored`. */
  readonly parseWebhook: (topic: string, body: string) => WebhookPayload;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Reads imported files on a thread of its own. */
  readonly imports: ImportEngine;
  /** Our own checkout functions, run here on what Shopify has of their configuration. */
  readonly functions: CheckoutFunctions;
  /** Hands mails to SMTP servers. */
  readonly mail: MailPort;
  /** Requests to addresses that a shop named: alerts. */
  readonly outgoing: OutgoingPort;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Tells the runner that a shop has new work; losing the call only costs time. */
  readonly wake: (shop: string) => void;
  readonly version: string;
  /** The pages' own sentences. */
  readonly words: Words;
  /** The public origin, as links in mails name it. */
  readonly appUrl: string;
}
