import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  endOfLocalDay,
  instantOf,
  localDay,
  minuteOfDay,
  startOfDay,
  startOfLocalDay,
} from '../../web/usecases/shop-time.ts';

const at = (iso: string) => Date.parse(iso);

describe('a day of a time zone', () => {
  it.each([
    ['2026-11-22', 'Asia/Tokyo', '2026-11-22T00:00:00+09:00', 24],
    // Forward at 02:00 on 8 March, back at 02:00 on 1 November.
    ['2026-03-08', 'America/New_York', '2026-03-08T00:00:00-05:00', 23],
    ['2026-11-01', 'America/New_York', '2026-11-01T00:00:00-04:00', 25],
    ['2026-03-29', 'Europe/Berlin', '2026-03-29T00:00:00+01:00', 23],
    ['2026-10-25', 'Europe/Berlin', '2026-10-25T00:00:00+02:00', 25],
    // Half an hour only.
    ['2026-04-05', 'Australia/Lord_Howe', '2026-04-05T00:00:00+11:00', 24.5],
    ['2026-10-04', 'Australia/Lord_Howe', '2026-10-04T00:00:00+10:30', 23.5],
    ['2027-01-01', 'Pacific/Kiritimati', '2027-01-01T00:00:00+14:00', 24],
    // Midnight itself does not exist: the day begins at 01:00.
    ['2026-04-24', 'Africa/Cairo', '2026-04-24T01:00:00+03:00', 23],
    ['2028-02-29', 'Asia/Kathmandu', '2028-02-29T00:00:00+05:45', 24],
  ])('%s in %s begins at %s and has %d hours', (day, zone, start, hours) => {
    expect(startOfLocalDay(day, zone)).toBe(at(start));
    expect(endOfLocalDay(day, zone)).toBe(at(start) + hours * 3_600_000 - 1);
    expect(localDay(at(start), zone)).toBe(day);
    expect(localDay(endOfLocalDay(day, zone), zone)).toBe(day);
    expect(startOfDay(endOfLocalDay(day, zone), zone)).toBe(at(start));
  });

  it('has a time that is skipped or comes twice', () => {
    const half = 2 * 60 + 30;
    const skipped = instantOf('2026-03-08', half, 'America/New_York');
    expect(skipped).toBe(at('2026-03-08T03:00:00-04:00'));
    const twice = instantOf('2026-11-01', 90, 'America/New_York');
    expect(twice).toBe(at('2026-11-01T01:30:00-04:00'));
    expect(minuteOfDay(twice, 'America/New_York')).toBe(90);
  });

  it('is that of UTC where nobody knows the zone', () => {
    expect(localDay(at('2026-11-22T23:59:59Z'), 'No/Where')).toBe('2026-11-22');
    expect(startOfLocalDay('2026-11-22', 'No/Where')).toBe(at('2026-11-22T00:00:00Z'));
  });
});

const zones = [
  'Asia/Tokyo',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Africa/Cairo',
  'America/Santiago',
  'Pacific/Chatham',
];

describe('in every zone', () => {
  it('an instant lies in its own day, and the next day begins where it ends', () => {
    const instants = fc.integer({ min: at('2020-01-01'), max: at('2036-01-01') });
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (now, zone) => {
        const day = localDay(now, zone);
        expect(startOfLocalDay(day, zone)).toBeLessThanOrEqual(now);
        expect(endOfLocalDay(day, zone)).toBeGreaterThanOrEqual(now);
        expect(localDay(endOfLocalDay(day, zone) + 1, zone) > day).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
