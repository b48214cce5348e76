import { describe, expect, it } from 'vitest';
import { nextDigest } from '../../../web/usecases/alerts/daily-digest.ts';
import { quietUntil } from '../../../web/usecases/alerts/quiet-hours.ts';

const night = { from: '22:00', to: '07:00' };
const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
const until = (now: string, quiet = night, zone = 'Asia/Tokyo') =>
  iso(quietUntil(Date.parse(now), 'high-case', quiet, zone));

describe('quiet hours', () => {
  it.each([
    ['2026-11-22T21:59:00+09:00', null],
    ['2026-11-22T22:00:00+09:00', '2026-11-22T22:00:00.000Z'],
    ['2026-11-22T23:59:59+09:00', '2026-11-22T22:00:00.000Z'],
    ['2026-11-23T00:00:00+09:00', '2026-11-22T22:00:00.000Z'],
    ['2026-11-23T06:59:59+09:00', '2026-11-22T22:00:00.000Z'],
    ['2026-11-23T07:00:00+09:00', null],
    ['2026-12-31T23:30:00+09:00', '2026-12-31T22:00:00.000Z'],
  ])('over midnight, at %s, last until %s', (now, end) => {
    expect(until(now)).toBe(end);
  });

  it('within a day end on that day, and the same time twice means none', () => {
    const noon = { from: '12:00', to: '13:00' };
    expect(until('2026-11-22T12:30:00+09:00', noon)).toBe('2026-11-22T04:00:00.000Z');
    expect(until('2026-11-22T13:00:00+09:00', noon)).toBeNull();
    expect(until('2026-11-22T00:00:00+09:00', { from: '00:00', to: '00:00' })).toBeNull();
  });

  it('are those of the shop’s clock when it is put forward or back', () => {
    const zone = 'America/New_York';
    expect(until('2026-03-08T01:30:00-05:00', night, zone)).toBe('2026-03-08T11:00:00.000Z');
    expect(until('2026-11-01T01:30:00-04:00', night, zone)).toBe('2026-11-01T12:00:00.000Z');
    // Their end does not exist on that day: the first moment after the gap.
    const early = { from: '22:00', to: '02:30' };
    expect(until('2026-03-08T01:30:00-05:00', early, zone)).toBe('2026-03-08T07:00:00.000Z');
  });

  it('do not hold back what has gone wrong', () => {
    const now = Date.parse('2026-11-22T23:00:00+09:00');
    for (const kind of ['shipped-anyway', 'cannot-hold', 'breaker'] as const) {
      expect(quietUntil(now, kind, night, 'Asia/Tokyo')).toBeNull();
    }
    expect(quietUntil(now, 'deadline-near', night, 'Asia/Tokyo')).not.toBeNull();
  });
});

describe('the daily mail', () => {
  it.each([
    ['2026-11-22T08:59:59+09:00', '2026-11-22T00:00:00.000Z'],
    ['2026-11-22T09:00:00+09:00', '2026-11-23T00:00:00.000Z'],
    ['2026-02-28T10:00:00+09:00', '2026-03-01T00:00:00.000Z'],
  ])('after %s is due at %s', (now, due) => {
    expect(iso(nextDigest('09:00', Date.parse(now), 'Asia/Tokyo'))).toBe(due);
  });
});
