import type { Level, Locale } from '../../contract/level.ts';
import type { Settings } from '../../contract/settings.ts';
import type { PreviewAnswer } from '../../contract/signals.ts';
import { assess } from '../../risk/assess-order.ts';
import type { Assessment } from '../../risk/assessment.ts';
import { explainSignal, headline } from '../../risk/explain.ts';
import type { Evidence } from '../../risk/order-facts.ts';
import { planFor } from '../../risk/plan.ts';
import { mayDo } from '../actions/permissions.ts';
import type { Deps } from '../deps.ts';
import { readEvidence } from '../judging/judge-order.ts';
import type { OrderRecord } from '../ports/storage-port.ts';
import { withoutSnoozed } from '../queue/snoozed-signals.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { checkSettings } from './check-settings.ts';
import { rulesetOf } from './ruleset-of.ts';

const mostOrders = 500;
/** Orders read at a time: unsealing more of them at once would keep others waiting. */
const pageSize = 20;
/** Orders kept unsealed while a preview runs: each is in the history of many others. */
const mostOpened = 2000;
const mostShown = 20;
const mostNames = 3;

/**
 * What the newest orders would be under other settings. Both sides are judged anew from the stored
 * facts and what the shop remembers now, so that only the settings make the difference; nothing is
 * written. `gone`: the asker has left, and what is not counted yet is not counted any more.
 */
export async function previewSettings(
  deps: Deps,
  caller: Caller,
  document: unknown,
  gone?: AbortSignal,
): Promise<Answer<PreviewAnswer>> {
  const checked = checkSettings(document);
  if (!checked.ok) return checked;
  const tables = deps.storage.read;
  const stored = await tables.shops.settings(caller.shop);
  if (!mayDo('settings', caller.staff, stored)) return { ok: false, code: 'not_allowed' };
  const answer = emptyAnswer();
  const opened = new Map<string, OrderRecord>();
  for await (const order of newestOrders(deps, caller.shop)) {
    if (gone?.aborted) break;
    if (opened.size > mostOpened) opened.clear();
    opened.set(order.id, order);
    const { evidence, snoozed } = await readEvidence(tables, order, undefined, opened);
    const before = judge(evidence, stored, snoozed);
    const after = judge(evidence, checked.value, snoozed);
    count(answer, order, { before, after }, caller.locale);
  }
  return { ok: true, value: answer };
}

async function* newestOrders(deps: Deps, shop: string): AsyncGenerator<OrderRecord> {
  let cursor: string | null = null;
  for (let read = 0; read < mostOrders; read += pageSize) {
    const limit = Math.min(pageSize, mostOrders - read);
    const page: { orders: OrderRecord[]; nextCursor: string | null } =
      await deps.storage.read.orders.list(shop, cursor === null ? { limit } : { limit, cursor });
    yield* page.orders;
    cursor = page.nextCursor;
    if (cursor === null) return;
  }
}

interface Side {
  readonly assessment: Assessment;
  readonly hold: boolean;
}

function judge(evidence: Evidence, settings: Settings, snoozed: ReadonlySet<string>): Side {
  const assessment = assess(evidence, withoutSnoozed(rulesetOf(settings), snoozed));
  const { hold } = planFor({ assessment, policy: settings, payment: evidence.order });
  return { assessment, hold };
}

const noLevels = (): Record<Level, number> => ({ normal: 0, caution: 0, high: 0 });

const emptyAnswer = (): PreviewAnswer => ({
  orders: 0,
  before: noLevels(),
  after: noLevels(),
  heldBefore: 0,
  heldAfter: 0,
  changed: [],
});

function count(
  answer: PreviewAnswer,
  { id, snapshot }: OrderRecord,
  { before, after }: { before: Side; after: Side },
  locale: Locale,
): void {
  const [from, to] = [before.assessment.level, after.assessment.level];
  answer.orders += 1;
  answer.before[from] += 1;
  answer.after[to] += 1;
  answer.heldBefore += Number(before.hold);
  answer.heldAfter += Number(after.hold);
  if (from === to || answer.changed.length >= mostShown) return;
  const because = whatDiffers(before.assessment, after.assessment, locale);
  answer.changed.push({ id, name: snapshot.name, from, to, because });
}

/** The signals that weigh otherwise; where none does, the limits changed: what counts now. */
function whatDiffers(before: Assessment, after: Assessment, locale: Locale): string {
  const differing = after.signals.filter((result, at) => {
    const old = before.signals[at];
    return old?.points !== result.points || old.counted !== result.counted;
  });
  const names = differing.slice(0, mostNames).map((result) => explainSignal(result, locale).name);
  if (names.length === 0) return headline(after, locale);
  return names.join(locale === 'ja' ? '、' : ', ');
}
