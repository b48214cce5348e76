import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBusinessDays,
  addDays,
  isBusinessDay,
  isHoliday,
  type RestDays,
} from '../../web/japan/business-days.ts';

const weekends: RestDays = { restDays: [0, 6], holidaysOff: true, daysOff: [] };
const newYear = ['2026-12-29', '2026-12-30', '2026-12-31', '2027-01-02', '2027-01-03'];

describe('business days', () => {
  it.each([
    // Friday, and the weekend in between.
    ['2026-11-20', 1, '2026-11-24'], // Monday 23 is Labour Thanksgiving Day.
    ['2026-11-20', 0, '2026-11-20'],
    ['2026-11-21', 0, '2026-11-24'],
    ['2026-11-21', 1, '2026-11-25'],
    // Golden Week 2026: 29 April a Wednesday; 3 May a Sunday, so that 6 May is off in its place.
    ['2026-04-28', 1, '2026-04-30'],
    ['2026-05-01', 1, '2026-05-07'],
    ['2026-04-30', 3, '2026-05-08'],
    // Silver Week 2026: Monday 21, Wednesday 23, and the day between two holidays is one.
    ['2026-09-18', 1, '2026-09-24'],
    // Month ends and the leap day.
    ['2026-01-30', 1, '2026-02-02'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2028-02-29', 1, '2028-03-01'],
    // A substitute of the Emperor's birthday: Sunday 23 February 2025.
    ['2025-02-21', 1, '2025-02-25'],
  ])('after %s number %i is %s', (day, count, expected) => {
    expect(addBusinessDays(day, count, weekends)).toBe(expected);
  });

  it('leave out the days off that a shop has over new year', () => {
    const shop = { ...weekends, daysOff: newYear };
    expect(addBusinessDays('2026-12-28', 1, shop)).toBe('2027-01-04');
    expect(addBusinessDays('2026-12-31', 0, shop)).toBe('2027-01-04');
    // Without them the shop works until the 31st; 1 January is a holiday.
    expect(addBusinessDays('2026-12-31', 1, weekends)).toBe('2027-01-04');
  });

  it('are those of a shop that works on holidays and Saturdays', () => {
    const busy = { restDays: [3], holidaysOff: false, daysOff: [] };
    expect(addBusinessDays('2026-05-01', 1, busy)).toBe('2026-05-02');
    expect(addBusinessDays('2026-05-05', 1, busy)).toBe('2026-05-07');
  });

  it('know holidays by their own year', () => {
    expect(isHoliday('2021-07-23')).toBe(true); // Sports Day, moved for the Olympics
    expect(isHoliday('2022-07-23')).toBe(false);
    expect(isHoliday('2019-05-01')).toBe(true); // the accession, once
    expect(isHoliday('constructor')).toBe(false);
  });

  it('end with a fault where the shop rests for ever', () => {
    const never = { restDays: [0, 1, 2, 3, 4, 5, 6], holidaysOff: true, daysOff: [] };
    expect(() => addBusinessDays('2026-11-20', 1, never)).toThrow(RangeError);
    expect(() => addBusinessDays('2026-02-30T', 1, weekends)).toThrow(RangeError);
  });
});

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2000-01-01', n));
const anyRest: fc.Arbitrary<RestDays> = fc.record({
  restDays: fc.subarray([0, 1, 2, 3, 4, 5, 6], { maxLength: 6 }),
  holidaysOff: fc.boolean(),
  daysOff: fc.array(anyDay, { maxLength: 60 }),
});

describe('whatever the shop’s days of rest', () => {
  it('a deadline never falls on one, and has as many business days before it as were given', () => {
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 40 }), anyRest, (day, count, rest) => {
        const end = addBusinessDays(day, count, rest);
        expect(isBusinessDay(end, rest)).toBe(true);
        const first = addBusinessDays(day, 0, rest);
        let passed = 0;
        for (let at = addDays(first, 1); at <= end; at = addDays(at, 1)) {
          if (isBusinessDay(at, rest)) passed += 1;
        }
        expect(passed).toBe(count);
      }),
      { numRuns: 300 },
    );
  });

  it('a later start never ends earlier, and more days never end earlier', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.nat({ max: 20 }),
        fc.nat({ max: 20 }),
        anyRest,
        (day, n, more, rest) => {
          const end = addBusinessDays(day, n, rest);
          expect(addBusinessDays(addDays(day, more), n, rest) >= end).toBe(true);
          expect(addBusinessDays(day, n + more, rest) >= end).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
