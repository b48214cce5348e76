import type { MeAnswer, NoticeState, StatusAnswer, TodayAnswer } from '../../contract/today.ts';
import { mayDo } from '../actions/permissions.ts';
import { alertsStatus } from '../alerts/alert-use-cases.ts';
import { checkoutStatus } from '../checkout/checkout-status.ts';
import type { Deps } from '../deps.ts';
import { presentReconciliation } from '../reconcile/present-reconciliation.ts';
import { startOfDay } from '../shop-time.ts';
import type { Caller } from '../use-cases.ts';
import { delayedWork } from './delayed-work.ts';
import { presentAll } from './orders-queries.ts';

const day = 86_400_000;
const shownWaiting = 10;
const shownFailures = 20;

/** What must be done now, and one line of yesterday, in the shop's own day. */
export async function today(deps: Deps, caller: Caller): Promise<TodayAnswer> {
  const { shops, orders, actions } = deps.storage.read;
  const { shop } = caller;
  const record = await shops.find(shop);
  const settings = await shops.settings(shop);
  const start = startOfDay(deps.now(), record?.info?.timezone ?? 'Asia/Tokyo');
  const counts = await orders.countWaiting(shop);
  const { judged: newSince } = await orders.countJudged(shop, start, null);
  const yesterday = await orders.countJudged(shop, start - day, start);
  const week = await orders.countJudged(shop, deps.now() - 7 * day, null);
  const done = new Map((await actions.doneSince(shop, start)).map((d) => [d.kind, d.count]));
  return {
    mode: settings.mode,
    held: {
      count: counts.heldCount,
      atStake: { amount: counts.heldTotal, currency: record?.info?.currency ?? 'JPY' },
    },
    urgent: counts.urgent,
    cannotHold: counts.cannotHold,
    decidedToday: {
      approved: done.get('approve') ?? 0,
      released: done.get('release') ?? 0,
      cancelled: done.get('cancel') ?? 0,
      voided: done.get('void') ?? 0,
    },
    yesterday: { judged: yesterday.judged, caution: yesterday.caution, high: yesterday.high },
    newSince,
    watchdog: await orders.watchdog(shop),
    reconciliation: await presentReconciliation(deps, shop),
    waiting: await presentAll(deps, caller, await orders.waitingForPerson(shop, shownWaiting)),
    wouldHave: { held: week.wouldHold, judged: week.judged },
  };
}

export async function status(deps: Deps, caller: Caller): Promise<StatusAnswer> {
  const { shop } = caller;
  const { shops, tasks, orders } = deps.storage.read;
  const record = await shops.find(shop);
  const settings = await shops.settings(shop);
  const backlog = await tasks.backlog(shop, deps.now());
  const failures = await tasks.failures(shop, shownFailures);
  const { tripped } = await deps.storage.read.automation.load(shop);
  return {
    shop,
    version: deps.version,
    mode: settings.mode,
    hasToken: (await deps.storage.tokens.loadOffline(shop)) !== null,
    missingScopes: [...(record?.missingScopes ?? [])],
    queue: {
      waiting: backlog.waiting,
      failed: backlog.failed,
      oldestSeconds: ageSeconds(backlog.oldestAt, deps.now()),
    },
    failures: failures.map((task) => ({
      id: String(task.id),
      kind: task.kind,
      order: task.subject,
      at: new Date(task.at).toISOString(),
      error: task.error,
      attempts: task.attempts,
    })),
    delayed: await delayedWork(deps, shop),
    deployment: {
      threeDsNotice: await noticeState(deps, shop, settings.threeDsNotice.enabled),
      fraudNotice: await noticeState(deps, shop, settings.fraudNotice.enabled),
      checkout: await checkoutStatus(deps, shop),
    },
    alerts: await alertsStatus(deps, shop),
    breakerTrippedAt: tripped === null ? null : new Date(tripped.at).toISOString(),
    openDataRequests: await deps.storage.read.privacy.countOpen(shop),
    watchdog: await orders.watchdog(shop),
    reconciliation: await presentReconciliation(deps, shop),
  };
}

const ageSeconds = (since: number | null, now: number) =>
  since === null ? 0 : Math.max(0, Math.round((now - since) / 1000));

async function noticeState(deps: Deps, shop: string, enabled: boolean): Promise<NoticeState> {
  const task = await deps.storage.read.tasks.stateOf(shop, 'deploy-notice', '');
  if (task === 'failed') return 'failed';
  if (task !== null) return 'pending';
  return enabled ? 'deployed' : 'off';
}

export async function me(deps: Deps, caller: Caller): Promise<MeAnswer> {
  const { shop, staff } = caller;
  const record = await deps.storage.read.shops.find(shop);
  const settings = await deps.storage.read.shops.settings(shop);
  return {
    shop,
    shopName: record?.info?.name ?? shop.replace('.myshopify.com', ''),
    userId: staff.userId,
    name: staff.name ?? staff.userId,
    locale: caller.locale,
    timezone: record?.info?.timezone ?? 'Asia/Tokyo',
    currency: record?.info?.currency ?? 'JPY',
    may: { cancel: mayDo('cancel', staff, settings), settings: mayDo('settings', staff, settings) },
  };
}
