import type { Fault, Faults } from '../faults.ts';
import { effectiveScopes } from '../graphql/access.ts';
import { actualCost } from '../graphql/actual-cost.ts';
import { readDocument } from '../graphql/documents.ts';
import { run } from '../graphql/execute.ts';
import { requestedCost } from '../graphql/requested-cost.ts';
import { executionError, type WireError } from '../graphql/shopify-errors.ts';
import { readVariables } from '../graphql/variables.ts';
import type { Metrics } from '../metrics.ts';
import type { Requested } from '../request-log.ts';
import { loadAdminSchema } from '../schema/load.ts';
import type { Store } from '../store.ts';
import type { Bucket } from '../throttle.ts';
import type { AccessToken } from '../tokens.ts';
import { type HttpAnswer, json, pause } from './answer.ts';
import { faultAnswer, halve, isDone, unauthorized } from './fault-answers.ts';

export interface GraphqlRequest {
  readonly apiVersion: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** One store as the route needs it. */
export interface Served {
  readonly store: Store;
  readonly bucket: Bucket;
}

const costLimit = 1000;

export interface GraphqlDeps {
  readonly metrics: Metrics;
  readonly faults: Faults;
  /** Is told of each request of an installed app, before it is answered. */
  note(request: Requested): void;
  served(shop: string): Served | undefined;
}

/** `POST /admin/api/{version}/graphql.json` for a token that was found, or undefined. */
export async function answerGraphql(
  deps: GraphqlDeps,
  token: AccessToken | undefined,
  request: GraphqlRequest,
): Promise<HttpAnswer> {
  const served = token && deps.served(token.shop);
  if (!token || !served?.store.state.installed) return unauthorized;
  const kind = /^[\s#\w]*?\bmutation\b/.test(request.query) ? 'mutation' : 'query';
  const operation = operationName(request.query);
  const { variables } = request;
  const about = JSON.stringify(variables);
  const faults = deps.faults.strike({ shop: token.shop, operation, kind, about });
  const fault = faults.find((each) => each.kind !== 'slow');
  deps.note({ shop: token.shop, operation, kind, variables, fault: fault ?? null });
  const slow = faults.find((each) => each.kind === 'slow');
  if (slow?.kind === 'slow') await pause(slow.latencyMs);
  const instead = isDone(fault) ? undefined : faultAnswer(fault);
  if (instead !== undefined) {
    deps.metrics.count(token.shop, operation, { requests: 1, errors: 1 });
    return instead;
  }
  return carryOut(deps, served, token, request, fault, { operation, kind });
}

export const operationName = (query: string): string =>
  /\b(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? 'anonymous';

async function carryOut(
  deps: GraphqlDeps,
  { store, bucket }: Served,
  token: AccessToken,
  request: GraphqlRequest,
  fault: Fault | undefined,
  asked: { operation: string; kind: string },
): Promise<HttpAnswer> {
  const count = (add: Parameters<Metrics['count']>[2]) =>
    deps.metrics.count(token.shop, asked.operation, { requests: 1, ...add });
  const read = readDocument(request.query);
  if (!read.ok) {
    count({ errors: 1 });
    return json(200, { errors: read.errors });
  }
  const { schema } = loadAdminSchema();
  const variables = readVariables(schema, read.operation, request.variables);
  if (!variables.ok) {
    count({ errors: 1 });
    return json(200, { errors: variables.errors });
  }
  const priced = { schema, ...read, variables: variables.values };
  const requested = requestedCost(priced);
  if (requested > costLimit) {
    count({ errors: 1 });
    return json(200, { errors: [tooDear(requested)] });
  }
  if (fault?.kind === 'throttled' || !bucket.take(requested)) {
    count({ requested, throttled: 1 });
    return json(200, throttled(requested, bucket));
  }
  const context = {
    store,
    scopes: effectiveScopes(token.scopes),
    online: token.online,
    apiVersion: request.apiVersion,
  };
  const first = await run(read, variables.values, context);
  const result = fault?.kind === 'twice' ? await run(read, variables.values, context) : first;
  const points = actualCost(priced, result.data, requested);
  bucket.giveBack(requested - points);
  count({ requested, points, errors: result.errors ? 1 : 0 });
  if (isDone(fault)) return faultAnswer(fault) ?? null;
  const body = {
    data: result.data ?? null,
    ...(result.errors ? { errors: result.errors.map(executionError) } : {}),
    extensions: { cost: costOf(requested, points, bucket) },
  };
  const half = fault?.kind === 'half-data';
  return json(200, half ? halve(body, asked.kind === 'mutation', fault) : body);
}

const costOf = (requested: number, points: number | null, bucket: Bucket) => ({
  requestedQueryCost: requested,
  actualQueryCost: points,
  throttleStatus: bucket.status(),
});

const throttled = (requested: number, bucket: Bucket) => ({
  errors: [
    {
      message: 'Throttled',
      extensions: {
        code: 'THROTTLED',
        documentation: 'https://shopify.dev/api/usage/rate-limits',
      },
    },
  ],
  extensions: { cost: costOf(requested, null, bucket) },
});

const tooDear = (requested: number): WireError => ({
  message: `Query cost is ${requested}, which exceeds the single query max cost limit (${costLimit}).\n\nSee https://shopify.dev/concepts/about-apis/rate-limits for more information on how the\ncost of a query is calculated.`,
  extensions: {
    code: 'MAX_COST_EXCEEDED',
    cost: requested,
    maxCost: costLimit,
    documentation: 'https://shopify.dev/api/usage/rate-limits',
  },
});
