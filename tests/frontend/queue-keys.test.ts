import { describe, expect, it } from 'vitest';
import type { SignalDto } from '../../web/contract/orders.ts';
import { canSnooze } from '../../web/frontend/components/queue/can-snooze.ts';
import {
  listedKeys,
  type Pressed,
  queueKeyOf,
} from '../../web/frontend/components/queue/queue-keys.ts';
import ja from '../../web/frontend/locales/queue.ja.json' with { type: 'json' };

const press = (key: string, part: Partial<Pressed> = {}) =>
  queueKeyOf({
    ...{ key, shiftKey: false, hasModifier: false, isComposing: false, where: 'page' },
    ...part,
  });

describe('the keys of the queue', () => {
  it('move, choose, assign, release and help', () => {
    expect(['j', 'k', 'x', 'a', 'r', '/', '?', 'Escape'].map((key) => press(key))).toEqual([
      ...['next', 'previous', 'choose', 'take', 'release', 'search', 'help', 'clear'],
    ]);
    expect(press('X', { shiftKey: true })).toBe('choose-range');
    expect(press('?', { shiftKey: true })).toBe('help');
    expect(press('J')).toBe('next');
  });

  it('leave the arrows to the page outside of the table', () => {
    expect(press('ArrowDown')).toBeNull();
    expect(press('ArrowDown', { where: 'row' })).toBe('next');
    expect(press('ArrowUp', { where: 'row', shiftKey: true })).toBeNull();
  });

  it('are letters while somebody types, composes Japanese, or has a dialog open', () => {
    expect(press('a', { where: 'field' })).toBeNull();
    expect(press('a', { where: 'elsewhere' })).toBeNull();
    expect(press('a', { isComposing: true })).toBeNull();
  });

  it('leave the browser its own', () => {
    expect(press('r', { hasModifier: true })).toBeNull();
    expect(press('R', { shiftKey: true })).toBeNull();
    expect(press('Enter', { where: 'row' })).toBeNull();
  });

  it('are all told on the page', () => {
    const told = Object.keys(ja.queue.keys);
    expect(told).toEqual(expect.arrayContaining(listedKeys.map(([name]) => name)));
  });
});

describe('a signal', () => {
  const hit: SignalDto = {
    ...{ id: 'first-order', points: 3, counted: true },
    ...{ because: '', name: '初回', caution: '' },
    outcome: 'hit',
  };
  const of = {
    ...{ id: '1', openedAt: '', closedAt: null, assignee: null },
    ...{ deadlines: [], linked: [], notes: [], snoozes: [] },
  };

  it('can be left out for a buyer where the app saw it by itself', () => {
    expect(canSnooze({ case: of }, hit)).toBe(true);
    expect(canSnooze({ case: null }, hit)).toBe(false);
    expect(canSnooze({ case: of }, { ...hit, points: -5 })).toBe(false);
    expect(canSnooze({ case: of }, { ...hit, outcome: 'unknown' })).toBe(false);
  });

  it('cannot where a person said it, or the shop’s own list', () => {
    const ids = ['staff-no-answer', 'blocklist-exact', 'watch-list-match'];
    expect(ids.map((id) => canSnooze({ case: of }, { ...hit, id }))).toEqual([false, false, false]);
  });
});
