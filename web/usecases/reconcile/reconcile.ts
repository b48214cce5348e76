import type { Deps } from '../deps.ts';
import type { Task } from '../ports/storage-port.ts';
import { comparePage } from './compare-page.ts';
import { lookAtDisputes } from './look-at-disputes.ts';
import { lookAtHolds, setRight } from './look-at-holds.ts';
import {
  cursorOf,
  everyMs,
  type ReconcileCounts,
  type ReconcileState,
  withCounts,
  withDueSweep,
  withPage,
} from './reconcile-state.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** An unknown order that is older than what was compared by so much was erased, not missed. */
const newForMs = 2 * day;
/** A page of which an order cannot be read is compared so often; then it goes on without the order. */
const tries = 4;

/**
 * Webhooks get lost: what Shopify says has changed is compared with what we were told. One page a run,
 * kept before the next one is asked for; a shop that was away catches up newest first, and whatever
 * comes by webhook meanwhile goes before it. Running it twice changes nothing.
 */
export async function reconcile(deps: Deps, { shop, attempts }: Task): Promise<{ runAt: number }> {
  const installedAt = await installedSince(deps, shop);
  if (installedAt === null) return { runAt: deps.now() + hour };
  const stored = await deps.storage.read.reconcile.load(shop);
  const state = withDueSweep(stored, installedAt, deps.now());
  const paged = await compareNext(deps, shop, state, { installedAt, isLast: attempts >= tries });
  const looked = await lookAround(deps, shop, paged);
  if (looked.sweeps.length > 0) return { runAt: deps.now() };
  return { runAt: Math.max(deps.now(), (looked.headAt ?? deps.now()) + everyMs) };
}

/** null: nobody has installed the app, or it was uninstalled: there is no token to ask with. */
async function installedSince({ storage }: Deps, shop: string): Promise<number | null> {
  const record = await storage.read.shops.find(shop);
  if (record?.state !== 'installed' || record.installedAt === null) return null;
  return (await storage.tokens.loadOffline(shop)) === null ? null : record.installedAt;
}

async function compareNext(
  deps: Deps,
  shop: string,
  state: ReconcileState,
  { installedAt, isLast }: { readonly installedAt: number; readonly isLast: boolean },
): Promise<ReconcileState> {
  const [sweep] = state.sweeps;
  if (sweep === undefined) return keep(deps, shop, state);
  const page = await deps.shopify.listChanges(shop, sweep, cursorOf(sweep, deps.now()));
  const newSince = Math.max(installedAt, (state.mark ?? sweep.since) - newForMs);
  const found = await comparePage(deps, shop, page, newSince, isLast);
  const compared = page.orders.length;
  const comparedTo = page.orders.at(-1)?.updatedAt ?? sweep.comparedTo;
  const next = withPage(state, { compared, comparedTo, cursor: page.cursor }, deps.now());
  return keep(deps, shop, counted(deps, next, found));
}

/** After the newest changes, before older ones: holds in Shopify, strays here, disputes once a day. */
async function lookAround(
  deps: Deps,
  shop: string,
  state: ReconcileState,
): Promise<ReconcileState> {
  const now = deps.now();
  if (state.holdsAt !== null && now - state.holdsAt < everyMs && now >= state.holdsAt) return state;
  const holds = await lookAtHolds(deps, shop);
  const found = { ...holds, setRight: await setRight(deps, shop) };
  const withHolds = await keep(deps, shop, counted(deps, { ...state, holdsAt: now }, found));
  if (state.disputesAt !== null && now - state.disputesAt < day && now >= state.disputesAt) {
    return withHolds;
  }
  const missedDisputes = await lookAtDisputes(deps, shop, state.disputesAt);
  return keep(deps, shop, counted(deps, { ...withHolds, disputesAt: now }, { missedDisputes }));
}

/** In the shop's own figures, and in those of the process. */
function counted(
  { metrics, now }: Deps,
  state: ReconcileState,
  found: Partial<ReconcileCounts>,
): ReconcileState {
  for (const [what, times] of Object.entries(found)) if (times > 0) metrics.missed(what, times);
  return withCounts(state, found, now());
}

async function keep(
  { storage }: Deps,
  shop: string,
  state: ReconcileState,
): Promise<ReconcileState> {
  await storage.write((tx) => tx.reconcile.save(shop, state));
  return state;
}
