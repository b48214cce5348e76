import { acknowledgement } from './acknowledgement.ts';
import { coreSpeed } from './core-speed.ts';
import { engineRatios } from './engine-ratios.ts';
import type { Measurement, Promised } from './figure.ts';
import { footprint } from './footprint.ts';
import { checkoutFunctions } from './functions.ts';
import { growth } from './growth/growth.ts';
import { holdLatency } from './hold-latency.ts';
import { lists } from './lists.ts';
import { burst } from './load/burst.ts';
import { sustained } from './load/sustained.ts';
import { pageTiming } from './page-timing.ts';
import { queueList } from './queue-list.ts';
import { requestsPerOrder } from './requests.ts';
import { versusPeer } from './webhooks/versus-peer.ts';

/** Every figure of `npm run bench`, in the order of the report. */
export const promisedFigures: readonly Promised[] = [
  { name: 'ack_p99_ms', limit: { atMost: 50 } },
  { name: 'webhook_cpu_ms' },
  { name: 'ack_vs_shopify_app_express' },
  { name: 'hold_p99_ms', limit: { atMost: 1500 } },
  { name: 'sustained_ack_p99_ms', limit: { atMost: 50 } },
  { name: 'sustained_hold_p99_ms', limit: { atMost: 1500 } },
  { name: 'sustained_backlog' },
  { name: 'sustained_memory_mb' },
  { name: 'sustained_points_per_s' },
  { name: 'burst_ack_p99_ms' },
  { name: 'burst_hold_p99_ms' },
  { name: 'burst_backlog_max' },
  { name: 'burst_memory_mb' },
  { name: 'burst_points' },
  { name: 'core_orders_per_s', limit: { atLeast: 20_000 } },
  { name: 'core_vs_json_rules_engine', limit: { atLeast: 20 } },
  { name: 'core_vs_zen', limit: { atLeast: 3 } },
  { name: 'startup_ms', limit: { atMost: 2000 } },
  { name: 'memory_mb', limit: { atMost: 300 } },
  { name: 'requests_clean', limit: { atMost: 1 } },
  { name: 'requests_held', limit: { atMost: 3 } },
  { name: 'points_clean' },
  { name: 'points_held' },
  { name: 'exact_match_p99_ms', limit: { atMost: 2 } },
  { name: 'similar_match_p99_ms', limit: { atMost: 5 } },
  { name: 'similar_vs_pg_trgm', limit: { atLeast: 1 } },
  { name: 'import_rows_per_s', limit: { atLeast: 8_000 } },
  { name: 'growth_ratio', limit: { atMost: 1.2 } },
  { name: 'list_p99_ms', limit: { atMost: 50 } },
  { name: 'function_instructions', limit: { atMost: 10_000_000 } },
  { name: 'function_bytes', limit: { atMost: 256_000 } },
  { name: 'first_page_js_kb' },
  { name: 'lcp_ms', limit: { atMost: 2500 } },
  { name: 'inp_ms', limit: { atMost: 200 } },
];

/** What measures them. A new measurement: one file beside this one, and a line here. */
export const measurements: readonly Measurement[] = [
  coreSpeed,
  engineRatios,
  footprint,
  checkoutFunctions,
  requestsPerOrder,
  holdLatency,
  acknowledgement,
  versusPeer,
  burst,
  sustained,
  queueList,
  pageTiming,
  growth,
  lists,
];
