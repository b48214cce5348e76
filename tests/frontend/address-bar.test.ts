import { describe, expect, it } from 'vitest';
import type { OrderSummary } from '../../web/contract/orders.ts';
import { fieldErrorKey, fieldsElsewhere } from '../../web/frontend/wording/field-error.ts';
import { stateBadge } from '../../web/frontend/wording/order-badges.ts';
import {
  isEmptyFilter,
  ordersPath,
  readFilter,
  writeFilter,
} from '../../web/frontend/wording/orders-url.ts';
import { localeOfTag, localeOfUrl } from '../../web/frontend/wording/pick-locale.ts';
import { polarisWords } from '../../web/frontend/wording/polaris-words.ts';
import { fixtureOrders } from './support/fixtures.ts';

describe('the filter in the address bar', () => {
  it('survives a reload, and leaves what Shopify put there', () => {
    const filter = { level: ['high'], state: ['held', 'open'], q: '例示 太郎' } as const;
    const params = writeFilter(new URLSearchParams('shop=a.myshopify.com&q=old'), filter);
    expect(params.get('shop')).toBe('a.myshopify.com');
    expect(readFilter(new URLSearchParams(params.toString()))).toEqual(filter);
  });

  it('drops words that it does not know', () => {
    expect(readFilter(new URLSearchParams('level=high,severe&state=lost'))).toEqual({
      level: ['high'],
      state: [],
      q: '',
    });
  });

  it('becomes the query of the API', () => {
    const none = { level: [], state: [], q: '  ' };
    expect(isEmptyFilter(none)).toBe(true);
    expect(ordersPath(none, null)).toBe('/api/orders');
    const path = ordersPath({ level: ['high', 'caution'], state: [], q: '#10' }, 'next');
    const query = new URL(path, 'http://127.0.0.1').searchParams;
    expect(Object.fromEntries(query)).toEqual({ level: 'high,caution', q: '#10', cursor: 'next' });
  });
});

describe('the language', () => {
  it('is Japanese for every kind of Japanese, else English', () => {
    expect(['ja', 'ja-JP', 'JA_jp'].map(localeOfTag)).toEqual(['ja', 'ja', 'ja']);
    expect(['en', 'de-DE', 'jam'].map(localeOfTag)).toEqual(['en', 'en', 'en']);
  });

  it('is left open where Shopify did not say', () => {
    expect(localeOfUrl('?shop=a.myshopify.com')).toBeNull();
    expect(localeOfUrl('?locale=')).toBeNull();
    expect(localeOfUrl('?locale=ja-JP')).toBe('ja');
  });
});

describe("the components' own words", () => {
  const words = { Polaris: { IndexTable: { sortAccessibilityLabel: 'x', undo: 'y' } } };

  it('are corrected in Japanese, and only where they read wrongly', () => {
    expect(polarisWords('ja', words)).toMatchObject({
      Polaris: { IndexTable: { sortAccessibilityLabel: '{direction}に並び替える', undo: 'y' } },
    });
    expect(polarisWords('en', words)).toBe(words);
  });
});

describe("an order's badge", () => {
  const held = fixtureOrders(new Date()).find((order) => order.state === 'held');
  const order = (part: Partial<OrderSummary>): OrderSummary => {
    if (held === undefined) throw new Error('no held order among the fixtures');
    return { ...held, ...part };
  };

  it('tells a hold that is not in place yet from one that is', () => {
    expect(stateBadge(order({})).key).toBe('state.held');
    expect(stateBadge(order({ cannotHold: 'waiting' })).key).toBe('state.waitingToHold');
  });

  it('tells in observe mode what would have been held', () => {
    expect(stateBadge(order({ state: 'open', wouldHold: true })).key).toBe('state.wouldHold');
    expect(stateBadge(order({ state: 'cancelled', wouldHold: true })).key).toBe('state.cancelled');
  });
});

describe('a refused setting', () => {
  const fields = { 'judgement.highChecks': 'below_caution', 'cod.names.3': 'too_big', colour: 'x' };

  it('is told at its field, also for one entry of a list', () => {
    expect(fieldErrorKey(fields, 'judgement.highChecks')).toBe(
      'settings.fieldErrors.below_caution',
    );
    expect(fieldErrorKey(fields, 'cod.names')).toBe('settings.fieldErrors.too_big');
    expect(fieldErrorKey(fields, 'cod.name')).toBeUndefined();
  });

  it('is told at the top where the page has no such field', () => {
    expect(fieldsElsewhere(fields)).toEqual(['colour']);
    expect(fieldErrorKey({ mode: 'never_heard_of' }, 'mode')).toBe('settings.fieldErrors.default');
  });
});
