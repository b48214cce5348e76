/** What the comparison found and did, in figures. */
export interface ReconcileCounts {
  /** Orders whose own webhook never came. */
  readonly missedOrders: number;
  /** Orders that had changed without our being told. */
  readonly missedChanges: number;
  /** Orders of which a part stood without our hold: it is held again. */
  readonly holdsReapplied: number;
  /** Orders whose hold somebody had released in Shopify. */
  readonly holdsReleased: number;
  readonly missedDisputes: number;
  /** Orders that the watchdog counted and that were set right. */
  readonly setRight: number;
  /** Orders that Shopify lists and does not give, or not in a form that we know. */
  readonly unreadable: number;
}

export const nothingFound: ReconcileCounts = {
  missedOrders: 0,
  missedChanges: 0,
  holdsReapplied: 0,
  holdsReleased: 0,
  missedDisputes: 0,
  setRight: 0,
  unreadable: 0,
};

/** One pass over what changed in Shopify from `since` to `until`, newest first, page by page. */
export interface Sweep {
  readonly since: number;
  readonly until: number;
  readonly startedAt: number;
  readonly cursor: string | null;
  /** When the cursor was given: an old one is not trusted. */
  readonly cursorAt: number;
  /** Orders compared so far, and how far back they reach. */
  readonly compared: number;
  readonly comparedTo: number;
  /** It reaches over a time in which nothing was compared. */
  readonly catchesUp: boolean;
}

/** All times are epoch milliseconds. Kept as JSON, one a shop; no personal data. */
export interface ReconcileState {
  /** Everything that changed before was compared; null: nothing yet. */
  readonly mark: number | null;
  /** Until when the newest sweep reaches: the mark, once all sweeps have ended. */
  readonly reached: number | null;
  /** Under way, newest first. */
  readonly sweeps: readonly Sweep[];
  readonly headAt: number | null;
  readonly wideAt: number | null;
  readonly holdsAt: number | null;
  readonly disputesAt: number | null;
  /** What was found on each day (UTC), the last seven. */
  readonly days: Readonly<Record<string, ReconcileCounts>>;
}

export const neverCompared: ReconcileState = {
  mark: null,
  reached: null,
  sweeps: [],
  headAt: null,
  wideAt: null,
  holdsAt: null,
  disputesAt: null,
  days: {},
};

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How often a shop is compared. With `settleMs` and a late index it stays under ten minutes. */
export const everyMs = 4 * minute;
/** Younger changes are left alone: their webhooks are on their way. */
export const settleMs = minute;
/** Shopify's search knows a change late: what was compared already is listed again. */
const overlapMs = 15 * minute;
/** And once more, for what the index learned later still. */
const wideMs = 2 * day;
const wideEveryMs = 6 * hour;
/** After a longer silence a sweep is told as catching up. */
const silenceMs = hour;
/** A newer sweep goes before an older one that has not ended; never more of them than this. */
const mostSweeps = 3;
/** Shopify does not say how long a cursor holds. */
const cursorLifeMs = hour;

/** The state with the sweep that is due now, if one is. @param installedAt older changes are no news */
export function withDueSweep(
  state: ReconcileState,
  installedAt: number,
  now: number,
): ReconcileState {
  const isDue = state.headAt === null || now - state.headAt >= everyMs || state.headAt > now;
  if (!isDue || state.sweeps.length >= mostSweeps) return state;
  const until = now - settleMs;
  const isWide = state.wideAt === null || now - state.wideAt >= wideEveryMs || state.wideAt > now;
  // A clock that was wrong and was set back: what it called compared was not.
  const base = Math.min(state.reached ?? until - wideMs, until);
  const since = Math.max(installedAt, isWide ? Math.min(base, until - wideMs) : base - overlapMs);
  const sweep: Sweep = {
    since,
    until,
    startedAt: now,
    cursor: null,
    cursorAt: now,
    compared: 0,
    comparedTo: until,
    catchesUp: state.reached !== null && until - base > silenceMs,
  };
  const sweeps = since >= until ? state.sweeps : [sweep, ...state.sweeps];
  return {
    ...state,
    mark: sweeps.length === 0 ? until : state.mark,
    reached: until,
    headAt: now,
    wideAt: isWide ? now : state.wideAt,
    sweeps,
  };
}

export const cursorOf = ({ cursor, cursorAt }: Sweep, now: number): string | null =>
  now - cursorAt < cursorLifeMs ? cursor : null;

/** After a page of the newest sweep was compared whole; only then is it not asked for again. */
export function withPage(
  state: ReconcileState,
  page: { readonly compared: number; readonly comparedTo: number; readonly cursor: string | null },
  now: number,
): ReconcileState {
  const [sweep, ...others] = state.sweeps;
  if (sweep === undefined) return state;
  if (page.cursor === null) {
    return { ...state, sweeps: others, mark: others.length === 0 ? state.reached : state.mark };
  }
  const compared = sweep.compared + page.compared;
  const { cursor, comparedTo } = page;
  return {
    ...state,
    sweeps: [{ ...sweep, cursor, cursorAt: now, compared, comparedTo }, ...others],
  };
}

const keptDays = 7;
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

export function withCounts(
  state: ReconcileState,
  found: Partial<ReconcileCounts>,
  now: number,
): ReconcileState {
  if (Object.values(found).every((count) => count === 0)) return state;
  const today = dayOf(now);
  const oldest = dayOf(now - (keptDays - 1) * day);
  const kept = Object.entries(state.days).filter(([date]) => date >= oldest && date <= today);
  const days = Object.fromEntries(kept);
  return { ...state, days: { ...days, [today]: sum(days[today] ?? nothingFound, found) } };
}

export function sum(a: ReconcileCounts, b: Partial<ReconcileCounts>): ReconcileCounts {
  return {
    missedOrders: a.missedOrders + (b.missedOrders ?? 0),
    missedChanges: a.missedChanges + (b.missedChanges ?? 0),
    holdsReapplied: a.holdsReapplied + (b.holdsReapplied ?? 0),
    holdsReleased: a.holdsReleased + (b.holdsReleased ?? 0),
    missedDisputes: a.missedDisputes + (b.missedDisputes ?? 0),
    setRight: a.setRight + (b.setRight ?? 0),
    unreadable: a.unreadable + (b.unreadable ?? 0),
  };
}
