import type { Settings } from '../../contract/settings.ts';
import { assess } from '../../risk/assess-order.ts';
import { rowOfEntry } from '../../risk/list-row.ts';
import type { Evidence, OrderFacts } from '../../risk/order-facts.ts';
import { planFor } from '../../risk/plan.ts';
import { entriesLike, marksOf } from '../lists/list-matches.ts';
import type { OrderKey, OrderRecord, Tables } from '../ports/storage-port.ts';
import { snoozedSignals, withoutSnoozed } from '../queue/snoozed-signals.ts';
import { rulesetOf } from '../settings/ruleset-of.ts';
import { together } from '../together.ts';
import { historyOf } from './order-history.ts';
import { keysOfKind, orderKeys } from './order-keys.ts';
import type { OrderSnapshot } from './order-snapshot.ts';
import { isClosed } from './order-state.ts';
import { paymentOfOrder } from './payment-of-order.ts';
import { coldShop } from './shop-histogram.ts';

/** History beyond this many related orders changes no signal. */
const historyLimit = 60;

/** A name or a postal code alone relates nobody; it would only crowd out who is related. */
const relatedBy = ['email', 'phone', 'customer', 'place', 'ip', 'card'] as const;

export interface JudgeInput {
  readonly shop: string;
  readonly facts: OrderFacts;
  readonly snapshot: OrderSnapshot;
  /** What stands already; null: the order is seen for the first time. */
  readonly before: OrderRecord | null;
  /** Its webhook has come. An order that only the look-back knows is never acted on. */
  readonly arrives: boolean;
}

/** An order with what the shop remembers of it: all that its judgement rests on. Reads only. */
export async function readEvidence(
  tables: Tables,
  input: Pick<JudgeInput, 'shop' | 'facts' | 'snapshot'> & Pick<Evidence, 'staffChecks'>,
  now = Date.parse(input.snapshot.createdAt),
  opened?: Map<string, OrderRecord>,
): Promise<{ evidence: Evidence; keys: OrderKey[]; snoozed: ReadonlySet<string> }> {
  const { shop, facts, snapshot, staffChecks } = input;
  const statistics = (await tables.shops.find(shop))?.statistics ?? coldShop;
  const keys = orderKeys(facts, snapshot);
  const before = { createdAt: Date.parse(snapshot.createdAt), id: snapshot.id };
  const shared = keysOfKind(keys, relatedBy);
  const [rows, entries, snoozed] = await together([
    tables.orders.history(shop, shared, before, historyLimit, opened),
    entriesLike(tables, shop, { order: facts, shop: statistics }, now),
    snoozedSignals(tables, shop, keys, now),
  ]);
  const history = historyOf({ keys, snapshot, facts }, rows);
  const remembered = { ...history, blocklist: entries.map(rowOfEntry) };
  const evidence = { order: facts, history: remembered, shop: statistics, staffChecks };
  return { evidence, keys, snoozed };
}

/** Judges with what the shop remembers now. Reads only; the caller saves. */
export async function judgeOrder(
  tables: Tables,
  input: JudgeInput,
  now: number,
): Promise<OrderRecord> {
  const { shop, facts, snapshot } = input;
  const settings = await tables.shops.settings(shop);
  const staffChecks = input.before?.staffChecks ?? {};
  const { evidence, keys, snoozed } = await readEvidence(
    tables,
    { shop, facts, snapshot, staffChecks },
    now,
  );
  const { history } = evidence;
  const assessment = assess(evidence, withoutSnoozed(rulesetOf(settings), snoozed));
  const paymentKind = paymentOfOrder(facts, settings.cod.names);
  const plan = planFor({ assessment, policy: settings, payment: facts });
  const cancelledBefore = input.before?.cancelledBefore ?? snapshot.cancelledAt !== null;
  return {
    ...(input.before ?? firstSeen(shop, snapshot, now)),
    facts,
    snapshot,
    assessment,
    plan,
    judgedAt: now,
    ...arrival(input, settings, isClosed({ snapshot, cancelledBefore })),
    cancelledBefore,
    paymentKind,
    keys,
    listMarks: marksOf(evidence),
    history: {
      earlierOrders: history.customerOrders ?? null,
      goodOrders: history.goodOrders ?? null,
      firstOrderDaysAgo: history.daysSinceFirst ?? null,
    },
  };
}

/** The mode of the moment in which an order arrives decides for ever whether it is acted on. */
function arrival({ before, arrives }: JudgeInput, { mode }: Settings, closed: boolean) {
  if (before?.arrived) return { arrived: true, acting: before.acting };
  return { arrived: arrives, acting: arrives && mode === 'act' && !closed };
}

const firstSeen = (shop: string, snapshot: OrderSnapshot, now: number) => ({
  shop,
  id: snapshot.id,
  firstSeenAt: now,
  decision: null,
  manualHold: null,
  holdState: 'none' as const,
  cannotHold: null,
  heldSince: null,
  cancelling: false,
  staffChecks: {},
  outcome: null,
});
