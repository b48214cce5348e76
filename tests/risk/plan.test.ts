import { describe, expect, test } from 'vitest';
import { type OrderPolicy, type PlanPayment, planFor } from '../../web/risk/plan.ts';
import { assessmentOf, newBuyer } from './support/findings.ts';

const policy: OrderPolicy = {
  caution: 'hold',
  high: 'hold',
  holdOrdinaryCaution: false,
  cod: { blocked: false, reaction: 'hold', names: ['お届け時のお支払い'] },
  cvv: {
    ...{ mandatory: false, failed: 'hold', notChecked: 'tag', unknown: 'nothing' },
    walletsAndSavedCards: 'nothing',
  },
};
const byCard: PlanPayment = { gateway: 'shopify_payments', card: { cvv: 'M' } };
const plan = (hits: string[], change: Partial<OrderPolicy> = {}, payment = byCard) =>
  planFor({ assessment: assessmentOf(hits), policy: { ...policy, ...change }, payment });
const cvv = (change: Partial<OrderPolicy['cvv']>) => ({
  cvv: { ...policy.cvv, mandatory: true, ...change },
});

describe('by level', () => {
  test('a normal order is left alone', () => {
    expect(plan([])).toEqual({
      ...{ hold: false, holdReasons: [], tags: [], riskLevel: null, openCase: false },
      ...{ ordinaryFirstTimeBuyer: false, verdict: 'approve' },
    });
  });

  test('a high one is tagged, held, shown and opened', () => {
    expect(plan(['blocklist-exact'])).toMatchObject({
      ...{ hold: true, holdReasons: ['level-high'], tags: ['sekisho:high'], riskLevel: 'HIGH' },
      ...{ openCase: true, verdict: 'hold' },
    });
  });

  test('one to be checked is held, too', () => {
    expect(plan(['email-disposable'])).toMatchObject({
      ...{ hold: true, holdReasons: ['level-caution'], tags: ['sekisho:caution'] },
      riskLevel: 'MEDIUM',
    });
  });

  test('an ordinary first-time buyer is tagged and shown, not held', () => {
    expect(plan(newBuyer)).toMatchObject({
      ...{ hold: false, holdReasons: [], tags: ['sekisho:caution'], riskLevel: 'MEDIUM' },
      ...{ openCase: true, ordinaryFirstTimeBuyer: true, verdict: 'review' },
    });
  });

  test('an ordinary first-time buyer is held by the setting and by the preset', () => {
    expect(plan(newBuyer, { holdOrdinaryCaution: true }).hold).toBe(true);
    expect(plan(newBuyer, { judgement: { preset: 'strict-cod' } }).hold).toBe(true);
    expect(plan(newBuyer, { judgement: { preset: 'strict-cards' } }).hold).toBe(false);
  });

  test('one check beside theirs makes nobody an ordinary buyer', () => {
    expect(plan([...newBuyer, 'address-incomplete'])).toMatchObject({
      hold: true,
      ordinaryFirstTimeBuyer: false,
    });
  });

  test('nothing is done where the merchant wants nothing', () => {
    expect(plan(['blocklist-exact'], { high: 'nothing' })).toMatchObject({
      ...{ hold: false, tags: [], riskLevel: null, openCase: false, verdict: 'review' },
    });
  });

  test('a tag alone still opens a case', () => {
    expect(plan(['blocklist-exact'], { high: 'tag' })).toMatchObject({
      ...{ hold: false, tags: ['sekisho:high'], riskLevel: 'HIGH', openCase: true },
    });
  });
});

describe('somebody on the protected list', () => {
  const protectedOne = ['protected-recipient'];

  test.each(['hold', 'tag', 'nothing'] as const)(
    'is always asked before it ships, where the shop’s reaction is %s',
    (reaction) => {
      expect(plan(protectedOne, { caution: reaction, high: reaction })).toMatchObject({
        ...{ hold: true, holdReasons: ['level-caution'], tags: ['sekisho:caution'] },
        ...{ riskLevel: 'MEDIUM', openCase: true, verdict: 'hold' },
      });
    },
  );

  test('is held beside the checks of an ordinary first-time buyer, and by a list of trusted buyers', () => {
    const caution = { caution: 'tag' } as const;
    expect(plan([...newBuyer, ...protectedOne], caution).hold).toBe(true);
    expect(plan([...protectedOne, 'allowed-list-match'], caution).hold).toBe(true);
  });

  test('is not held again once they have confirmed the order', () => {
    const confirmed = [...protectedOne, 'staff-identity-confirmed'];
    expect(plan(confirmed, { caution: 'tag' })).toMatchObject({ hold: false, verdict: 'approve' });
  });

  test('holds nobody else where caution is only a tag', () => {
    expect(plan(['email-disposable'], { caution: 'tag' }).hold).toBe(false);
  });
});

describe('blocked cash on delivery', () => {
  const cod: PlanPayment = { gateway: '代金引換', card: null };
  const blocked = { cod: { ...policy.cod, blocked: true } };

  test('holds a normal order', () => {
    expect(plan([], blocked, cod)).toMatchObject({
      ...{ hold: true, holdReasons: ['cod-blocked'], tags: ['sekisho:cod-blocked'] },
      ...{ riskLevel: null, openCase: true, verdict: 'hold' },
    });
  });

  test('knows the merchant’s own name for it', () => {
    const payment = { gateway: 'お届け時のお支払い', card: null };
    expect(plan([], blocked, payment).holdReasons).toEqual(['cod-blocked']);
  });

  test('only tags where that is wanted, and leaves other payments alone', () => {
    const tag = { cod: { ...policy.cod, blocked: true, reaction: 'tag' as const } };
    expect(plan([], tag, cod)).toMatchObject({ hold: false, tags: ['sekisho:cod-blocked'] });
    expect(plan([], blocked, byCard).tags).toEqual([]);
    expect(plan([], {}, cod).tags).toEqual([]);
  });
});

describe('a mandatory security code', () => {
  const card = (
    code: string | null | undefined,
    change: Partial<PlanPayment> = {},
  ): PlanPayment => ({
    ...{ gateway: 'shopify_payments', card: { cvv: code }, ...change },
  });

  test.each([
    ['N', 'cvv-failed'],
    ['P', 'cvv-not-checked'],
    ['', 'cvv-unknown'],
  ])('%s holds as %s', (code, reason) => {
    const all = cvv({ failed: 'hold', notChecked: 'hold', unknown: 'hold' });
    expect(plan([], all, card(code))).toMatchObject({
      ...{ hold: true, holdReasons: [reason], tags: ['sekisho:cvv'] },
    });
  });

  test('is no matter where it matched, was not asked for, or no card was used', () => {
    const all = cvv({ failed: 'hold', notChecked: 'hold', unknown: 'hold' });
    expect(plan([], all, card('M')).tags).toEqual([]);
    expect(plan([], { cvv: { ...all.cvv, mandatory: false } }, card('N')).tags).toEqual([]);
    expect(plan([], all, { gateway: '銀行振込', card: null }).tags).toEqual([]);
    expect(plan([], all, { gateway: '銀行振込', card: undefined }).tags).toEqual([]);
  });

  test('is asked of wallets and saved cards only where the merchant says so', () => {
    const usual = cvv({ unknown: 'hold', notChecked: 'hold' });
    const strict = cvv({ walletsAndSavedCards: 'hold' });
    const wallet = card(null, { card: { cvv: null, wallet: 'APPLE_PAY' } });
    expect(plan([], usual, wallet).hold).toBe(false);
    expect(plan([], usual, card(null, { savedCard: true })).hold).toBe(false);
    expect(plan([], strict, wallet).holdReasons).toEqual(['cvv-unknown']);
  });

  test('that failed on a wallet is a failed code', () => {
    const wallet = card('N', { card: { cvv: 'N', wallet: 'APPLE_PAY' } });
    expect(plan([], cvv({}), wallet).holdReasons).toEqual(['cvv-failed']);
  });

  test.each([
    ['N', null, 'failed', 'hold'],
    ['N', 'APPLE_PAY', 'failed', 'hold'],
    ['U', null, 'notChecked', 'tag'],
    ['', null, 'unknown', 'nothing'],
    ['', 'APPLE_PAY', 'walletsAndSavedCards', 'nothing'],
  ])('%s of the wallet %s names the setting that decides', (code, wallet, setting, reaction) => {
    const { securityCode } = plan([], cvv({}), card(code, { card: { cvv: code, wallet } }));
    expect(securityCode).toEqual({ setting, reaction });
  });

  test('names no setting where none decides', () => {
    expect(plan([], cvv({}), card('M')).securityCode).toBeUndefined();
    expect(plan([], cvv({ mandatory: false }), card('N')).securityCode).toBeUndefined();
    expect(plan([], cvv({}), { card: null }).securityCode).toBeUndefined();
  });

  test('names every reason beside the level’s', () => {
    expect(plan(['blocklist-exact'], cvv({}), card('N'))).toMatchObject({
      holdReasons: ['level-high', 'cvv-failed'],
      tags: ['sekisho:high', 'sekisho:cvv'],
    });
  });
});
