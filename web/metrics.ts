import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Metrics } from './usecases/ports/metrics-port.ts';
import { createWatchedFigures } from './watched-figures.ts';

export interface MetricsRegistry extends Metrics {
  /** Prometheus text, with the figures of the queue and the watchdog as they are now. */
  render(): Promise<{ contentType: string; text: string }>;
}

/** A registry of its own for each app: two apps in one process (the tests, the demo) do not add up. */
export function createMetrics(): MetricsRegistry {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const { refresh, ...watched } = createWatchedFigures(registers);
  return {
    ...createEdgeMetrics(registers),
    ...createWorkMetrics(registers),
    ...watched,
    async render() {
      await refresh();
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
  };
}

function createEdgeMetrics(registers: Registry[]) {
  const requests = new Histogram({
    name: 'sekisho_http_request_seconds',
    help: 'Time to answer an HTTP request, webhooks apart',
    labelNames: ['route', 'method', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const webhooks = new Histogram({
    name: 'sekisho_webhook_ack_seconds',
    help: 'Time to acknowledge a webhook; Shopify gives up after 5 s',
    labelNames: ['topic', 'outcome'] as const,
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers,
  });
  return {
    httpRequest: ({ route, method, status, seconds }) =>
      requests.observe({ route, method, status: String(status) }, seconds),
    webhookAnswered: ({ topic, outcome, seconds }) => webhooks.observe({ topic, outcome }, seconds),
  } satisfies Partial<Metrics>;
}

function createWorkMetrics(registers: Registry[]) {
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Counter({ name, help, labelNames, registers });
  const judged = counter('sekisho_orders_judged_total', 'Judgements', ['level', 'mode']);
  const effects = counter('sekisho_effects_total', 'Effects on orders', ['kind', 'result']);
  const actions = counter('sekisho_actions_total', 'Staff actions that ended', ['kind', 'state']);
  const missed = counter('sekisho_missed_total', 'What no webhook had told, found later', ['what']);
  const holds = new Histogram({
    name: 'sekisho_hold_seconds',
    help: 'From the creation of an order at Shopify to its first hold',
    buckets: [0.5, 1, 1.5, 2, 3, 5, 10, 30, 60, 300, 600, 3600],
    registers,
  });
  const points = counter('sekisho_shopify_points_total', 'Query cost', ['operation']);
  const requests = new Histogram({
    name: 'sekisho_shopify_request_seconds',
    help: 'Admin API requests',
    labelNames: ['operation', 'result'] as const,
    registers,
  });
  const tasks = new Histogram({
    name: 'sekisho_task_seconds',
    help: 'Background work',
    labelNames: ['kind', 'result'] as const,
    registers,
  });
  return {
    orderJudged: (level, mode) => judged.inc({ level, mode }),
    effectApplied: (kind, result) => effects.inc({ kind, result }),
    actionEnded: (kind, state) => actions.inc({ kind, state }),
    orderHeld: (seconds) => holds.observe(seconds),
    missed: (what, times) => missed.inc({ what }, times),
    shopifyRequest: ({ operation, result, points: cost, seconds }) => {
      requests.observe({ operation, result }, seconds);
      points.inc({ operation }, cost);
    },
    taskEnded: ({ kind, result, seconds }) => tasks.observe({ kind, result }, seconds),
  } satisfies Partial<Metrics>;
}
