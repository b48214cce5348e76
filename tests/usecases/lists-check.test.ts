import { describe, expect, it } from 'vitest';
import { compareEntry } from '../../web/risk/list-compare.ts';
import { defaultExpiry } from '../../web/usecases/lists/list-entries-check.ts';
import { bareWarehouse } from '../../web/usecases/lists/list-warehouse.ts';

describe('the expiry of an entry', () => {
  it('is the same day three years later', () => {
    const after = (iso: string) => new Date(defaultExpiry(Date.parse(iso))).toISOString();
    expect(after('2026-11-22T03:00:00Z')).toBe('2029-11-22T03:00:00.000Z');
    expect(after('2024-02-29T03:00:00Z')).toBe('2027-03-01T03:00:00.000Z');
  });
});

describe('a forwarding service’s warehouse', () => {
  const at = (address1: string, address2: string | null = null) =>
    bareWarehouse({ provinceCode: 'JP-27', city: '大阪市西区', address1, address2 });

  it('is nobody’s address without the customer’s own code', () => {
    expect(at('本田4-1-7')).toBe(true);
    expect(at('本田４丁目１番７号', '転送コム')).toBe(true);
    expect(at('本田99-1-7', '転送コム ABX12345')).toBe(false);
  });

  it('is not the house of somebody who lives in the same block', () => {
    expect(at('本田4-1-7', '例示ハイツ203')).toBe(false);
    expect(at('本田4-1-8')).toBe(false);
    expect(bareWarehouse(null)).toBe(false);
  });
});

describe('two customers of one forwarding service', () => {
  const shipping = (code: string) => ({
    ...{ provinceCode: 'JP-27', city: '大阪市西区', address1: '本田4-1-7' },
    address2: `転送コム ${code}`,
  });
  const grade = (ordered: string, remembered: string) => {
    const order = { id: '1', createdAt: '2026-11-22T03:00:00Z', shipping: shipping(ordered) };
    const shop = { n: 0, median: 0, madLn: 0 };
    const evidence = { order, history: {}, shop, staffChecks: {} };
    const nobody = { emails: [], phones: [], name: null, reading: null, ip: null, card: null };
    return compareEntry(evidence, { ...nobody, address: shipping(remembered) }).grade;
  };

  it('are two people: only the same code is a match', () => {
    expect(grade('ABX12345', 'ABX12345')).toBe('exact');
    expect(grade('QRS98765', 'ABX12345')).toBe('none');
  });
});
