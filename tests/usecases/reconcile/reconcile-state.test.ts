import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  cursorOf,
  everyMs,
  neverCompared,
  nothingFound,
  type ReconcileState,
  settleMs,
  sum,
  withCounts,
  withDueSweep,
  withPage,
} from '../../../web/usecases/reconcile/reconcile-state.ts';

const minute = 60_000;
const hour = 60 * minute;
const now = Date.parse('2026-11-22T12:00:00+09:00');
const page = (cursor: string | null, comparedTo = now) => ({ compared: 250, comparedTo, cursor });
const upTo = (at: number): ReconcileState => ({
  ...neverCompared,
  mark: at,
  reached: at,
  headAt: at + settleMs,
  wideAt: at,
});

it('begins two days back, but never before the installation', () => {
  const [old] = withDueSweep(neverCompared, 0, now).sweeps;
  expect(old).toMatchObject({ since: now - settleMs - 48 * hour, until: now - settleMs });
  const [young] = withDueSweep(neverCompared, now - hour, now).sweeps;
  expect(young?.since).toBe(now - hour);
});

it('asks again only after its period, and looks a quarter of an hour further back', () => {
  const state = upTo(now - 5 * minute);
  expect(withDueSweep(state, 0, now - everyMs).sweeps).toEqual([]);
  const [sweep] = withDueSweep(state, 0, now).sweeps;
  expect(sweep).toMatchObject({ since: now - 20 * minute, until: now - minute, catchesUp: false });
});

it('looks two days back every six hours', () => {
  const state = { ...upTo(now - 5 * minute), wideAt: now - 6 * hour };
  expect(withDueSweep(state, 0, now).sweeps[0]?.since).toBe(now - minute - 48 * hour);
});

it('advances its mark only when all sweeps have been taken whole', () => {
  const first = withDueSweep(upTo(now - 24 * hour), 0, now);
  expect(first.sweeps[0]).toMatchObject({ catchesUp: true });
  const half = withPage(first, page('c-1'), now);
  expect(half).toMatchObject({ mark: now - 24 * hour });
  // A newer sweep goes before the one that is half done.
  const later = withDueSweep(half, 0, now + everyMs);
  expect(later.sweeps.map(({ until }) => until)).toEqual([
    now + everyMs - settleMs,
    now - settleMs,
  ]);
  const newest = withPage(later, page(null), now + everyMs);
  expect(newest).toMatchObject({ mark: now - 24 * hour, sweeps: [{ cursor: 'c-1' }] });
  expect(withPage(newest, page(null), now + everyMs)).toMatchObject({
    mark: now + everyMs - settleMs,
    sweeps: [],
  });
});

it('does not trust a cursor of an hour ago', () => {
  const state = withPage(withDueSweep(neverCompared, 0, now), page('c-1'), now);
  const [sweep] = state.sweeps;
  if (sweep === undefined) throw new Error('no sweep');
  expect(cursorOf(sweep, now + 59 * minute)).toBe('c-1');
  expect(cursorOf(sweep, now + hour)).toBeNull();
});

it('compares anew what a clock in the future called compared', () => {
  const state = upTo(now + 72 * hour);
  expect(withDueSweep(state, 0, now).sweeps[0]?.since).toBeLessThan(now - 15 * minute);
});

it('leaves no moment out, however sweeps begin, end half-way and overtake each other', () => {
  const step = fc.record({ ms: fc.integer({ min: 0, max: 3 * hour }), ends: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let at = now;
      let state: ReconcileState = { ...neverCompared };
      const taken: [number, number][] = [];
      for (const { ms, ends } of steps) {
        at += ms;
        state = withDueSweep(state, now - hour, at);
        const [sweep] = state.sweeps;
        if (sweep === undefined) continue;
        if (ends) taken.push([sweep.since, sweep.until]);
        state = withPage(state, page(ends ? null : 'c'), at);
      }
      const { mark } = state;
      if (mark === null) return;
      let covered = now - hour;
      for (const [since, until] of taken.toSorted(([a], [b]) => a - b)) {
        if (since <= covered) covered = Math.max(covered, until);
      }
      expect(covered).toBeGreaterThanOrEqual(mark);
    }),
  );
});

it('keeps what was found for seven days', () => {
  let state = withCounts(neverCompared, { missedOrders: 1 }, now - 7 * 24 * hour);
  for (let n = 0; n < 3; n += 1) state = withCounts(state, { missedOrders: 2, setRight: 1 }, now);
  expect(Object.values(state.days).reduce((all, day) => sum(all, day), nothingFound)).toEqual({
    ...nothingFound,
    missedOrders: 6,
    setRight: 3,
  });
  expect(withCounts(state, nothingFound, now)).toBe(state);
});
