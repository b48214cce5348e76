import { compareData, compareErrors, type Difference } from './replay/compare.ts';
import { fitDocument, withoutSkipped } from './replay/document.ts';
import { createIdMap, type IdMap } from './replay/id-map.ts';
import { type Exchange, isObject, type Json, type Recording } from './replay/recording.ts';
import { isOurs, seedUnknown } from './replay/seed.ts';
import { routedTo, surroundingsOf } from './replay/surroundings.ts';
import { loadAdminSchema } from './schema/load.ts';
import { createStandIn, type StandIn } from './server.ts';

export interface ReplayReport {
  readonly scenario: string;
  readonly exchanges: number;
  readonly matched: number;
  readonly differences: readonly Difference[];
  /** Fields that the recording's version had and the kept one has not: left out of the documents. */
  readonly skippedFields: readonly string[];
  /** Setup steps whose operation is not modelled: they were not run. */
  readonly notRun: readonly string[];
}

const domain = 'replay.myshopify.com';
const secondsBetween = 10;

/** Replays a recording against a fresh stand-in and tells where it answers otherwise than Shopify did. */
export async function replay(recording: Recording): Promise<ReplayReport> {
  const clock = { ms: Date.parse('2026-11-22T03:00:00Z') };
  const around = surroundingsOf(recording);
  const standIn = createStandIn({
    apiKey: around.app?.apiKey ?? 'key',
    apiSecret: 'secret',
    now: () => clock.ms,
    ...(around.app ? { app: around.app } : {}),
    bucket: { maximum: 20_000, restoreRate: 1000 },
    settings: { cancelAfterMs: 1000 },
  });
  const { state } = standIn.addShop({
    domain,
    currency: around.currency,
    scopes: grantedIn(recording),
    functions: around.functions,
  }).store;
  if (around.locations.length > 0) state.locations.splice(0, 9, ...around.locations);
  state.defaultLocation = around.locations[0]?.gid ?? state.defaultLocation;
  const origin = await standIn.listen();
  const run: Run = {
    standIn,
    origin,
    ids: createIdMap(),
    recording,
    token: standIn.accessToken(domain),
  };
  const results: Result[] = [];
  try {
    for (const at of recording.exchanges.keys()) {
      results.push(await replayOne(run, at));
      clock.ms += secondsBetween * 1000;
      standIn.advance();
    }
  } finally {
    await standIn.close();
  }
  return {
    scenario: recording.scenario,
    exchanges: results.length,
    matched: results.filter((each) => each.differences.length === 0).length,
    differences: results.flatMap((each) => each.differences),
    skippedFields: [...new Set(results.flatMap((each) => each.skippedFields))],
    notRun: results.flatMap((each) => each.notRun),
  };
}

interface Run {
  readonly standIn: StandIn;
  readonly origin: string;
  readonly ids: IdMap;
  readonly recording: Recording;
  readonly token: string;
}

interface Result {
  readonly differences: readonly Difference[];
  readonly skippedFields: readonly string[];
  readonly notRun: readonly string[];
}

/** Every scope but those that the recording's own app was refused for. */
function grantedIn(recording: Recording): string[] {
  const refused = new Set(
    recording.exchanges
      .flatMap((each) => each.response.errors ?? [])
      .flatMap((error) => error.extensions?.requiredAccess?.match(/[a-z]+_[a-z_]+/g) ?? []),
  );
  const all = [...loadAdminSchema().access.values()].flatMap((rule) => rule.scopes);
  return [...new Set([...all, 'read_all_orders'])].filter(
    (scope) => !refused.has(scope) && scope !== 'read_apps',
  );
}

async function replayOne(run: Run, at: number): Promise<Result> {
  const { recording, standIn, ids } = run;
  const exchange = recording.exchanges[at];
  if (!exchange) throw new Error(`no exchange ${at}`);
  const { store } = standIn.shop(domain);
  const refused = exchange.response.data == null;
  const document = fitDocument(exchange.query, refused);
  if (document.notModelled.length > 0) return notModelled(exchange, document.notModelled);
  seedUnknown(store, ids, recording, at, isOurs(store.state));
  store.state.defaultLocation = routedTo(recording, at) ?? store.state.defaultLocation;
  const answer = await ask(run, {
    query: ids.translate(document.query),
    variables: ids.translate(exchange.variables ?? {}),
  });
  const found = [
    ...compareData(
      withoutSkipped(exchange.response.data ?? null, document.skippedFields),
      answer.data ?? null,
      ids,
    ),
    ...compareErrors(exchange.response.errors ?? [], answer.errors ?? []),
    ...(document.mutation && document.skippedFields.length === 0
      ? compareCost(exchange, answer)
      : []),
  ];
  return {
    differences: found.map((each) => ({ exchange: exchange.name, ...each })),
    skippedFields: document.skippedFields,
    notRun: [],
  };
}

const isSetup = (name: string): boolean => /(^|\.)(setup|cleanup|seed|preflight)/i.test(name);

function notModelled(exchange: Exchange, fields: readonly string[]): Result {
  if (isSetup(exchange.name))
    return { differences: [], skippedFields: [], notRun: [exchange.name] };
  const difference = {
    exchange: exchange.name,
    path: 'query',
    recorded: fields.join(', '),
    standIn: 'not modelled',
  };
  return { differences: [difference], skippedFields: [], notRun: [] };
}

interface Answer {
  readonly data?: Json;
  readonly errors?: Exchange['response']['errors'];
  readonly extensions?: { readonly cost?: Exchange['cost'] };
}

async function ask(run: Run, body: object): Promise<Answer> {
  const url = `${run.origin}/admin/api/${run.recording.apiVersion}/graphql.json`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Shopify-Access-Token': run.token },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  return isObject(answer) ? (answer as Answer) : {};
}

function compareCost(exchange: Exchange, answer: Answer): Omit<Difference, 'exchange'>[] {
  const recorded = exchange.cost;
  const own = answer.extensions?.cost;
  if (!recorded) return [];
  return (['requestedQueryCost', 'actualQueryCost'] as const).flatMap((key) =>
    recorded[key] === own?.[key]
      ? []
      : [{ path: `cost.${key}`, recorded: recorded[key], standIn: own?.[key] }],
  );
}
