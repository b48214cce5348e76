import { describe, expect, it } from 'vitest';
import {
  type AuditChoice,
  auditSearch,
  isNoChoice,
  noChoice,
  readChoice,
  writeChoice,
} from '../../web/frontend/components/audit/audit-url.ts';

const choice: AuditChoice = {
  from: '2026-11-01',
  to: '2026-11-23',
  who: '9001',
  group: 'settings',
  order: '#1001',
};

describe('what the history is narrowed to', () => {
  it('is read from the address as it was written, beside Shopify’s own parameters', () => {
    const written = writeChoice(new URLSearchParams('shop=a.myshopify.com'), choice);
    expect(readChoice(written)).toEqual(choice);
    expect(written.get('shop')).toBe('a.myshopify.com');
    const cleared = writeChoice(written, noChoice);
    expect(cleared.toString()).toBe('shop=a.myshopify.com');
    expect(isNoChoice(readChoice(cleared))).toBe(true);
  });

  it('leaves out what an old or mistyped address says', () => {
    const odd = new URLSearchParams('from=yesterday&to=2026-13-40&who=me&group=x');
    expect(readChoice(odd)).toEqual(noChoice);
  });

  it('asks the server for the kinds of a group', () => {
    const kinds = ['settings-changed', 'released', 'mode-changed'];
    expect(auditSearch(choice, kinds).get('what')).toBe('settings-changed,mode-changed');
    expect(auditSearch({ ...choice, group: '' }, kinds).has('what')).toBe(false);
    expect(auditSearch(noChoice, kinds).toString()).toBe('');
  });
});
