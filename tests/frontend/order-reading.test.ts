import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../web/contract/default-settings.ts';
import type { AuditDto } from '../../web/contract/orders.ts';
import { otherReason, scoreReadings } from '../../web/frontend/wording/score-reading.ts';
import { lastFinding } from '../../web/frontend/wording/staff-finding.ts';

const { judgement } = defaultSettings;
const order = { checks: 4, points: 32 };

describe('an order’s figures', () => {
  it('stand beside the limits of the guides: 3 or fewer, 4 to 6, 7 or more', () => {
    const [checks, points] = scoreReadings(order, judgement, 'ja');
    expect(checks?.values).toEqual({ n: 4, normal: 3, caution: '4～6', high: 7 });
    expect(points?.values).toEqual({ n: 32, normal: 29, caution: '30～59', high: 60 });
    expect(scoreReadings(order, judgement, 'en')[0]?.values.caution).toBe('4–6');
    expect([checks?.level, points?.level]).toEqual(['caution', 'caution']);
  });

  it('follow the shop’s own limits, and only what it goes by', () => {
    const own = { ...judgement, by: 'count', cautionChecks: 2, highChecks: 3 } as const;
    expect(scoreReadings(order, own, 'ja').map(({ values, level }) => [values, level])).toEqual([
      [{ n: 4, normal: 1, caution: '2', high: 3 }, 'high'],
    ]);
    const keys = scoreReadings(order, { ...judgement, by: 'points' }, 'ja').map(({ key }) => key);
    expect(keys).toEqual(['order.pointsReading']);
  });

  it('do not pretend to explain a level that something else decided', () => {
    const readings = scoreReadings({ checks: 1, points: 33 }, judgement, 'en');
    expect(otherReason('caution', readings)).toBeNull();
    expect(otherReason('high', readings)).toBe('order.readingHigher');
    expect(otherReason('normal', readings)).toBe('order.readingLower');
  });
});

describe('a staff check', () => {
  const row = (check: string, by: string, at: string): AuditDto => ({
    at,
    by,
    byKind: 'staff',
    what: 'staff-check',
    details: { check, result: 'hit' },
  });

  it('shows who looked last', () => {
    const audit = [
      row('staff-no-answer', '例示 花子', '2026-11-22T05:00:00Z'),
      row('staff-no-answer', '例示 太郎', '2026-11-22T06:00:00Z'),
      row('staff-id-refused', '例示 次郎', '2026-11-22T07:00:00Z'),
    ];
    expect(lastFinding(audit, 'staff-no-answer')?.by).toBe('例示 太郎');
    expect(lastFinding([...audit].reverse(), 'staff-no-answer')?.by).toBe('例示 太郎');
    expect(lastFinding(audit, 'staff-denies-order')).toBeNull();
  });
});
