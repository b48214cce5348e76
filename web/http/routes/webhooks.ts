import express, { type Express, type RequestHandler, type Response } from 'express';
import { readWebhook } from '../../shopify/webhook-envelope.ts';
import { isKnownTopic } from '../../shopify/webhook-payload.ts';
import type { WebhookOutcome } from '../../usecases/ports/metrics-port.ts';
import type { HttpDeps } from '../deps.ts';
import { boundBytesInFlight } from '../middleware/bytes-in-flight.ts';
import { refuse } from '../middleware/present-error.ts';
import { contextOf, webhookRoute } from '../middleware/request-context.ts';
import { createSignatureGuard, type SignatureGuard } from '../middleware/signature-guard.ts';

/** Shopify's own orders reach hundreds of kilobytes; the largest payload it sends is far below this. */
const maxBytes = 5 * 1024 * 1024;

/** Unread bodies: far more than Shopify ever has under way, far less than a machine has memory. */
const inFlight = { ofOne: 64 * 1024 * 1024, ofAll: 256 * 1024 * 1024 };

/**
 * Every topic. The signature covers the raw bytes, so this stands before any JSON parser; work is
 * done later, for Shopify waits 5 s at most. A failing database answers 500 and Shopify sends again.
 */
export function addWebhooks(app: Express, deps: HttpDeps): void {
  const raw = express.raw({ type: () => true, limit: maxBytes, inflate: false });
  const guard = createSignatureGuard({ limit: 300, windowMs: 60_000, now: deps.now });
  const bound = boundBytesInFlight(inFlight);
  app.post(webhookRoute, measure(deps), guard.stop, bound, raw, receive(deps, guard));
}

function receive({ credentials, useCases }: HttpDeps, guard: SignatureGuard): RequestHandler {
  return async (req, res) => {
    const rawBody = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
    const { secrets } = credentials;
    const read = readWebhook({ headers: req.headers, rawBody, secrets });
    if (!read.ok) {
      const isMalformed = read.reason === 'invalid-json';
      const outcome = isMalformed ? 'malformed' : 'unauthorized';
      deliveries.set(res, { ...unknownDelivery, outcome });
      if (!isMalformed) guard.wrong(req.ip);
      return refuse(req, res, isMalformed ? 'invalid_json' : 'unauthorized');
    }
    guard.right(req.ip);
    const { shop, topic } = read.envelope;
    if (isKnownTopic(topic)) {
      deliveries.set(res, { shop, topic, outcome: 'failed' });
      const outcome = await useCases.receiveWebhook(read.envelope);
      deliveries.set(res, { shop, topic, outcome });
    } else deliveries.set(res, { ...unknownDelivery, shop, outcome: 'ignored' });
    res.status(200).end();
  };
}

interface Delivery {
  readonly shop: string | null;
  /** Only topics of ours: the label of a metric must not be anybody's text. */
  readonly topic: string;
  readonly outcome: WebhookOutcome;
}

const unknownDelivery: Delivery = { shop: null, topic: 'other', outcome: 'failed' };
const deliveries = new WeakMap<Response, Delivery>();

/** Of what never came as far as its signature. */
const outcomeOf: ReadonlyMap<number, WebhookOutcome> = new Map<number, WebhookOutcome>([
  [413, 'too-large'],
  [429, 'unauthorized'],
]);

function measure({ metrics, log }: HttpDeps): RequestHandler {
  return (req, res, next) => {
    const started = performance.now();
    res.on('finish', () => {
      const seconds = (performance.now() - started) / 1000;
      const { shop, topic, outcome: reached } = deliveries.get(res) ?? unknownDelivery;
      const outcome = outcomeOf.get(res.statusCode) ?? reached;
      metrics.webhookAnswered({ topic, outcome, seconds });
      const ms = Math.round(seconds * 1000);
      const { id: requestId } = contextOf(req);
      log.debug({ requestId, shop, topic, outcome, status: res.statusCode, ms }, 'webhook');
    });
    next();
  };
}
