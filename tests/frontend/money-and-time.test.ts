import { describe, expect, it } from 'vitest';
import { moneyText } from '../../web/frontend/wording/money-text.ts';
import {
  clockText,
  dateText,
  dateTimeText,
  isJustNow,
  relativeText,
} from '../../web/frontend/wording/time-text.ts';

const now = new Date('2026-11-22T14:05:00+09:00');
const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();

describe('money', () => {
  it('is written with the half-width yen sign in both languages', () => {
    expect(moneyText({ amount: 12_000, currency: 'JPY' }, 'ja')).toBe('¥12,000');
    expect(moneyText({ amount: 12_000, currency: 'JPY' }, 'en')).toBe('¥12,000');
  });

  it("keeps another currency's sign and decimals", () => {
    expect(moneyText({ amount: 1234.5, currency: 'USD' }, 'ja')).toBe('$1,234.50');
  });
});

describe('a moment', () => {
  it("is a date in the shop's time zone", () => {
    const iso = '2026-11-22T05:05:00Z';
    expect(dateTimeText(iso, now, 'ja', 'Asia/Tokyo')).toBe('11月22日(日) 14:05');
    expect(dateTimeText(iso, now, 'en', 'America/New_York')).toBe('Sun, Nov 22, 00:05');
    expect(dateText(iso, 'ja', 'Asia/Tokyo')).toBe('11月22日');
    expect(clockText(iso, 'ja', 'Asia/Tokyo')).toBe('14:05:00');
  });

  it('tells the year where it is another one in that time zone', () => {
    expect(dateTimeText('2025-12-31T14:59:00Z', now, 'ja', 'Asia/Tokyo')).toContain('2025年');
    const newYear = new Date('2026-01-01T10:00:00+09:00');
    expect(dateTimeText('2025-12-31T15:00:00Z', newYear, 'ja', 'Asia/Tokyo')).toBe(
      '1月1日(木) 00:00',
    );
  });

  it('is relative within a day only, before and after', () => {
    expect(relativeText(before(5), now, 'ja')).toBe('5分前');
    expect(relativeText(before(23 * 60 + 59), now, 'ja')).toBe('23時間前');
    expect(relativeText(before(24 * 60), now, 'ja')).toBeNull();
    expect(relativeText(before(-90), now, 'ja')).toBe('1時間後');
    expect(relativeText(before(59.9), now, 'en')).toBe('59 min. ago');
  });

  it('is just now under a minute, and not a relative time', () => {
    expect(isJustNow(before(0.9), now)).toBe(true);
    expect(isJustNow(before(1), now)).toBe(false);
    expect(relativeText(before(0.9), now, 'ja')).toBeNull();
  });

  it('is shown as it came where it is no date', () => {
    expect(dateTimeText('soon', now, 'ja', 'Asia/Tokyo')).toBe('soon');
    expect(relativeText('soon', now, 'ja')).toBeNull();
  });
});
