import { expect, it } from 'vitest';
import type { ChangedOrder, KnownOrder, Told } from '../../../web/usecases/ports/reconcile-port.ts';
import { compareHolds } from '../../../web/usecases/reconcile/keep-reading.ts';
import { needOf } from '../../../web/usecases/reconcile/needs-reading.ts';

const order: ChangedOrder = { id: '1', createdAt: 1_000, updatedAt: 5_000, risk: undefined };
const told: Told = { arrived: true, updatedAt: 5_000, readAt: 5_000, risk: null };
const known = (change: Partial<Told>, state: KnownOrder['state'] = 'open'): KnownOrder => ({
  state,
  told: { ...told, ...change },
});

it.each<[string, ChangedOrder, KnownOrder | undefined, string | null]>([
  ['an unknown order', order, undefined, 'missed'],
  ['an unknown order from before', { ...order, createdAt: 999 }, undefined, null],
  ['one that only the look-back knows', order, known({ arrived: false }), 'missed'],
  [
    'one of the look-back from before',
    { ...order, createdAt: 999 },
    known({ arrived: false }),
    null,
  ],
  ['one that was told and read', order, known({}), null],
  ['one of which a change was not told', order, known({ updatedAt: 4_000 }), 'changed'],
  ['a shipped one that changed', order, known({ updatedAt: 4_000 }, 'shipped'), 'changed'],
  ['one that was told and not read since', order, known({ readAt: 4_000 }), 'changed'],
  ['one that was never read', order, known({ readAt: null }), 'changed'],
  ['a shipped one that was told', order, known({ readAt: 4_000 }, 'shipped'), null],
  ['one that Shopify assesses otherwise', { ...order, risk: 'HIGH' }, known({}), 'changed'],
  ['one that Shopify assesses as told', { ...order, risk: 'HIGH' }, known({ risk: 'HIGH' }), null],
  ['one of an older version', order, { state: 'open', told: null }, 'changed'],
])('%s', (_name, listed, row, need) => {
  expect(needOf(listed, row, 1_000)).toBe(need);
});

const part = (gid: string, ours: boolean, status = 'ON_HOLD') => ({
  gid,
  status,
  requestStatus: 'UNSUBMITTED',
  canHold: status !== 'CLOSED',
  holds: [
    ...(ours ? [{ gid: `${gid}-h`, handle: 'sekisho', ours }] : []),
    { gid: 'other', handle: 'x', ours: false },
  ],
});
const held = (target: string) => ({
  orderId: '1',
  kind: 'hold' as const,
  target,
  desired: 'on',
  applied: 'on',
  state: 'done' as const,
  holdId: `${target}-h`,
  error: null,
});

it.each([
  ['held as we believe', [held('a')], [part('a', true)], false, false],
  ['split', [held('a')], [part('a', true), part('b', false, 'OPEN')], false, true],
  ['released by somebody', [held('a')], [part('a', false)], true, false],
  [
    'free, and whether we released it is in doubt',
    [{ ...held('a'), desired: 'off', state: 'planned' as const }],
    [part('a', false)],
    false,
    true,
  ],
  [
    'merged into a new one',
    [held('a')],
    [part('a', false, 'CLOSED'), part('b', false)],
    false,
    true,
  ],
  ['shipped', [held('a')], [part('a', false, 'CLOSED')], false, false],
  ['held by others only, as we never held it', [], [part('a', false)], false, true],
])('sees of a shipment that it is %s', (_name, records, shown, isReleased, lacksHold) => {
  expect(compareHolds(records, shown)).toEqual({ isReleased, lacksHold });
});
