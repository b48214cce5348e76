import { describe, expect, it } from 'vitest';
import { listEntryBody, listKinds, listReasons } from '../../web/contract/lists.ts';
import { ApiError } from '../../web/frontend/api-error.ts';
import {
  bodyOf,
  draftOf,
  newDraft,
  reasonsFor,
  withKind,
} from '../../web/frontend/components/lists/entry-draft.ts';
import { entryErrorKey } from '../../web/frontend/components/lists/entry-errors.ts';
import {
  expiryBody,
  expiryOfEntry,
  expiryTime,
  isExpiryMissing,
} from '../../web/frontend/components/lists/expiry-draft.ts';
import {
  exportPath,
  listsPath,
  readListsFilter,
  writeListsFilter,
} from '../../web/frontend/components/lists/lists-url.ts';
import { addressText, whoOf } from '../../web/frontend/components/lists/who.ts';
import { prefectures } from '../../web/frontend/wording/prefectures.ts';
import { listEntry, nobody } from './support/list-fixtures.ts';

const now = new Date('2026-11-22T12:00:00+09:00');

describe('the form of an entry', () => {
  it('sends what was typed, one key a line, and no empty ones', () => {
    const draft = {
      ...newDraft('fraud'),
      emails: ' a@example.com \n\n b@example.com\r\n',
      name: '  ',
      note: ' 9月の件 ',
    };
    const body = bodyOf(draft, now);
    expect(body.identity).toEqual({ ...nobody, emails: ['a@example.com', 'b@example.com'] });
    expect(body.note).toBe('9月の件');
    expect(body).not.toHaveProperty('expiresAt');
    expect(listEntryBody.safeParse(body).success).toBe(true);
  });

  it('gives an unchanged entry back as it was', () => {
    const entry = listEntry({ expiresAt: null });
    const { identity, kind, reason, note, expiresAt } = bodyOf(draftOf(entry), now);
    expect({ identity, kind, reason, note, expiresAt }).toEqual({
      identity: entry.identity,
      kind: entry.kind,
      reason: entry.reason,
      note: entry.note,
      expiresAt: null,
    });
  });

  it('offers for each kind only reasons that may be said of it, the usual one first', () => {
    expect(reasonsFor('protected')).toEqual(['victim', 'verified', 'other']);
    expect(reasonsFor('allowed')).toEqual(['verified', 'victim', 'other']);
    expect([...reasonsFor('fraud')].sort()).toEqual([...listReasons].sort());
    for (const kind of listKinds) expect(newDraft(kind).reason).toBe(reasonsFor(kind)[0]);
  });

  it('drops a reason that accuses when somebody becomes protected, and keeps one that fits', () => {
    const draft = { kind: 'fraud', reason: 'prank' } as const;
    expect(
      withKind<{ kind: 'fraud' | 'protected'; reason: 'prank' | 'victim' }>(draft, 'cod'),
    ).toEqual({ kind: 'cod', reason: 'prank' });
    expect(withKind(newDraft('fraud'), 'protected').reason).toBe('victim');
  });
});

describe('an expiry', () => {
  it('is left to the server where it is the usual one, and told as a date where entries stand', () => {
    const usual = { until: '36', date: '' } as const;
    expect(expiryBody(usual, now)).toEqual({});
    expect(expiryTime(usual, now)?.slice(0, 10)).toBe('2029-11-22');
    expect(expiryTime({ until: 'never', date: '' }, now)).toBeNull();
    expect(expiryTime({ until: '12', date: '' }, now)?.slice(0, 10)).toBe('2027-11-22');
  });

  it('of a day lasts until that day is over, and comes back as that day', () => {
    const { expiresAt } = expiryBody({ until: 'date', date: '2027-01-31' }, now);
    expect(new Date(expiresAt ?? '').getHours()).toBe(23);
    expect(expiryOfEntry(expiresAt ?? null)).toEqual({ until: 'date', date: '2027-01-31' });
  });

  it('is missing only where a date was promised', () => {
    expect(isExpiryMissing({ until: 'date', date: '' })).toBe(true);
    expect(isExpiryMissing({ until: 'date', date: '2027-01-31' })).toBe(false);
    expect(isExpiryMissing({ until: 'never', date: '' })).toBe(false);
  });
});

describe('a refused entry', () => {
  const refused = (fields: Record<string, string>) =>
    new ApiError('invalid', { code: 'invalid', message: '', requestId: 'r', fields });

  it('is told at its field, a line of it too, in words for what is wrong', () => {
    const error = refused({ 'identity.phones.1': 'unusable', reason: 'not_for_kind' });
    expect(entryErrorKey(error, 'identity.phones')).toBe('lists.fieldErrors.unusable');
    expect(entryErrorKey(error, 'reason')).toBe('lists.fieldErrors.not_for_kind');
    expect(entryErrorKey(error, 'identity.emails')).toBeUndefined();
  });

  it('asks for the house number where an address says too little', () => {
    const error = refused({ 'identity.address': 'unusable' });
    expect(entryErrorKey(error, 'identity.address')).toBe('lists.fieldErrors.unusableAddress');
  });

  it('with a code that nobody knows yet gets the general sentence', () => {
    expect(entryErrorKey(refused({ note: 'new_code' }), 'note')).toBe('lists.fieldErrors.default');
    expect(entryErrorKey(new Error('network'), 'note')).toBeUndefined();
  });
});

describe('the address bar of the lists', () => {
  it('keeps kind and search, and Shopify’s own parameters', () => {
    const params = new URLSearchParams('shop=a.myshopify.com&kind=cod&q=x');
    expect(readListsFilter(params)).toEqual({ kind: 'cod', q: 'x' });
    const next = writeListsFilter(params, { kind: null, q: ' 見本 太郎 ' });
    expect(next.toString()).toBe(
      new URLSearchParams({ shop: 'a.myshopify.com', q: '見本 太郎' }).toString(),
    );
  });

  it('with a kind that does not exist shows all', () => {
    expect(readListsFilter(new URLSearchParams('kind=enemies')).kind).toBeNull();
  });

  it('asks the API for a page, and exports a kind whatever is searched for', () => {
    expect(listsPath({ kind: 'fraud', q: '' }, 'c1')).toBe('/api/lists?kind=fraud&cursor=c1');
    expect(listsPath({ kind: null, q: '' }, null)).toBe('/api/lists');
    expect(exportPath({ kind: 'fraud', q: 'x' })).toBe('/api/lists/export?kind=fraud');
  });
});

describe('who somebody is', () => {
  it('is the name, else the first thing that is known', () => {
    expect(whoOf(listEntry({}).identity)).toBe('見本 太郎');
    expect(whoOf({ ...nobody, phones: ['090-0000-0001'] })).toBe('090-0000-0001');
    expect(whoOf({ ...nobody, card: { bin: '424242', last4: '4242', expiry: null } })).toBe(
      '…4242',
    );
  });

  it('has an address on one line, with the prefecture by name', () => {
    const { address } = listEntry({}).identity;
    expect(address && addressText(address)).toBe(
      '〒150-0001 東京都渋谷区神宮前99-1-2 例示ハイツ101',
    );
    expect(prefectures).toHaveLength(47);
    expect(prefectures[12]).toEqual({ code: 'JP-13', name: '東京都' });
  });
});
