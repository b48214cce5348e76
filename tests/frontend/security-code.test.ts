import { describe, expect, it, test } from 'vitest';
import type { CardDto } from '../../web/contract/checkout-card.ts';
import { doneOf, hintOf, saidOf } from '../../web/frontend/components/checkout/security-code.ts';
import ja from '../../web/frontend/locales/card.ja.json' with { type: 'json' };

const card = (change: Partial<CardDto> = {}): CardDto => ({
  ...{ code: 'failed', wallet: false, acted: true },
  rule: { setting: 'failed', reaction: 'hold' },
  shopify: { cvvDecline: 'unknown', manualCapture: 'unknown' },
  ...change,
});
const reaction = (reaction: 'nothing' | 'tag' | 'hold') => ({
  rule: { setting: 'unknown' as const, reaction },
});

test.each([
  [card(), 'hold'],
  [card({ acted: false }), 'wouldHold'],
  [card(reaction('tag')), 'tag'],
  [card({ ...reaction('tag'), acted: false }), 'wouldTag'],
  [card(reaction('nothing')), 'nothing'],
  [card({ ...reaction('nothing'), acted: false }), 'nothing'],
  [card({ rule: null }), 'optional'],
  [card({ rule: null, code: 'matched' }), null],
] as const)('what was done is told by the rule and whether the app acts: %#', (given, done) => {
  expect(doneOf(given)).toBe(done);
  if (done !== null) expect(ja.card.done).toHaveProperty(done);
});

describe('a wrong code', () => {
  it('leads to Shopify’s own setting, and doubts a setting that lets it in', () => {
    expect(hintOf(card())).toBe('decline');
    const on = { cvvDecline: 'on', manualCapture: 'off' } as const;
    expect(hintOf(card({ shopify: on }))).toBe('declineIsOn');
    expect(hintOf(card({ code: 'not-checked', shopify: on }))).toBeNull();
  });

  it('is wrong on a wallet too, where a missing one is nobody’s fault', () => {
    expect(saidOf(card({ wallet: true }))).toBe('failed');
    expect(saidOf(card({ wallet: true, code: 'unknown' }))).toBe('wallet');
    expect(saidOf(card({ code: 'unknown' }))).toBe('unknown');
  });
});
