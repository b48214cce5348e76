import { createInstance, type TFunction } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type CheckoutCondition,
  type CodRule,
  codRule,
} from '../../web/contract/checkout-settings.ts';
import { conditionKinds } from '../../web/contract/checkout-words.ts';
import { defaultSettings } from '../../web/contract/default-settings.ts';
import { settingsSchema } from '../../web/contract/settings.ts';
import { askedLists } from '../../web/frontend/components/checkout/asked-lists.ts';
import {
  addableKinds,
  moved,
  newCondition,
  newRule,
  problemOf,
  starters,
  withName,
  withoutRule,
  withRule,
} from '../../web/frontend/components/checkout/rule-edits.ts';
import { ruleSentence } from '../../web/frontend/components/checkout/rule-sentence.ts';
import { spokenFaults } from '../../web/frontend/components/checkout/spoken-faults.ts';
import { yenOf } from '../../web/frontend/components/checkout/yen.ts';
import checkoutEn from '../../web/frontend/locales/checkout.en.json' with { type: 'json' };
import checkoutJa from '../../web/frontend/locales/checkout.ja.json' with { type: 'json' };
import en from '../../web/frontend/locales/en.json' with { type: 'json' };
import ja from '../../web/frontend/locales/ja.json' with { type: 'json' };

const rule = (conditions: CheckoutCondition[], more: Partial<CodRule> = {}): CodRule => ({
  id: 'rule-1',
  on: true,
  hide: ['cod'],
  match: 'all',
  conditions,
  ...more,
});

describe('a rule', () => {
  let say: Record<'ja' | 'en', (rule: CodRule) => string>;
  beforeAll(async () => {
    const i18n = createInstance();
    const interpolation = { escapeValue: false };
    const resources = {
      ja: { translation: { ...ja, ...checkoutJa } },
      en: { translation: { ...en, ...checkoutEn } },
    };
    await i18n.init({ lng: 'ja', resources, interpolation });
    const sentence = (t: TFunction) => (one: CodRule) =>
      ruleSentence(one, { t, money: (amount) => `¥${amount.toLocaleString('en-US')}` });
    say = { ja: sentence(i18n.getFixedT('ja')), en: sentence(i18n.getFixedT('en')) };
  });

  it('reads as a sentence in both languages', () => {
    const first = rule([
      { kind: 'first-order', unknown: 'match' },
      { kind: 'amount', over: 30_000, under: null },
    ]);
    expect(say.ja(first)).toBe(
      '代引きを隠す：はじめての注文（ログインしていない人も含む） かつ ¥30,000を超える注文 のとき',
    );
    expect(say.en(first)).toBe(
      'Hide COD: first orders (and everybody not signed in) and orders over ¥30,000',
    );
  });

  it('names prefectures in the reader’s language', () => {
    const north = rule([{ kind: 'prefecture', codes: ['JP-01', 'JP-47'] }]);
    expect(say.ja(north)).toBe('代引きを隠す：北海道・沖縄県へのお届け のとき');
    expect(say.en(north)).toContain('Hokkaido · Okinawa');
  });

  it('says or where one condition is enough, and counts pieces from the next one', () => {
    const either = rule(
      [
        { kind: 'quantity', over: 9 },
        { kind: 'listed', kinds: ['fraud', 'cod'] },
      ],
      { match: 'any', hide: ['cod', 'konbini'] },
    );
    expect(say.ja(either)).toBe(
      '代引き・コンビニ決済を隠す：合計10点以上の注文 または 「過去の不正・代引きのみ制限」のリストの人 のとき',
    );
  });

  it('is always where any or nothing else is asked, and drops the word where all must apply', () => {
    const island: CheckoutCondition = { kind: 'islands' };
    expect(say.ja(rule([{ kind: 'always' }]))).toBe('代引きを隠す：いつも');
    expect(say.ja(rule([{ kind: 'always' }, island], { match: 'any' }))).toBe(
      '代引きを隠す：いつも',
    );
    expect(say.ja(rule([{ kind: 'always' }, island]))).toBe('代引きを隠す：離島へのお届け のとき');
  });

  it('names four prefectures and counts the others', () => {
    const codes = ['JP-01', 'JP-13', 'JP-27', 'JP-40', 'JP-46', 'JP-47'];
    expect(say.ja(rule([{ kind: 'prefecture', codes }]))).toBe(
      '代引きを隠す：北海道・東京都・大阪府・福岡県ほか2つへのお届け のとき',
    );
  });

  it('has words for every kind of condition, and shows what is not filled in yet', () => {
    for (const speak of [say.ja, say.en]) {
      const sentences = conditionKinds.map((kind) => speak(rule([newCondition(kind)])));
      expect(sentences.filter((text) => text.includes('checkout.'))).toEqual([]);
      expect(new Set(sentences).size).toBe(conditionKinds.length);
    }
    expect(say.ja(rule([newCondition('product-tag')]))).toContain('（未入力）');
    expect(say.ja(rule([{ kind: 'quantity', over: Number.NaN }]))).toContain('（未入力）');
  });
});

describe('the rules being edited', () => {
  const rules = ['rule-1', 'rule-7', 'mine'].map((id) => rule([{ kind: 'always' }], { id }));

  it('get a new one under an id of its own, which the settings take', () => {
    for (const starter of starters) {
      const fresh = newRule(rules, starter);
      expect(fresh.id).toBe('rule-8');
      expect(codRule.safeParse(fresh).error).toBeUndefined();
    }
  });

  it('never hide from everybody by a rule that nobody has looked at', () => {
    for (const starter of starters) {
      const fresh = newRule([], starter);
      const hidesAlways = fresh.conditions.some(({ kind }) => kind === 'always');
      expect({ starter, acts: fresh.on && hidesAlways }).toEqual({ starter, acts: false });
    }
  });

  it('are moved by one place, and stay where there is none', () => {
    const ids = (by: -1 | 1, id: string) => moved(rules, id, by).map((each) => each.id);
    expect(ids(-1, 'rule-7')).toEqual(['rule-7', 'rule-1', 'mine']);
    expect(ids(1, 'rule-7')).toEqual(['rule-1', 'mine', 'rule-7']);
    expect(ids(-1, 'rule-1')).toEqual(['rule-1', 'rule-7', 'mine']);
    expect(ids(1, 'mine')).toEqual(['rule-1', 'rule-7', 'mine']);
    expect(ids(1, 'nobody')).toEqual(['rule-1', 'rule-7', 'mine']);
  });

  it('change, lose their name and go, each alone', () => {
    expect(withRule(rules, 'mine', { on: false }).map(({ on }) => on)).toEqual([true, true, false]);
    const named = withName(rules, 'mine', '離島');
    expect(named.map(({ name }) => name)).toEqual([undefined, undefined, '離島']);
    expect(withName(named, 'mine', '')[2]).not.toHaveProperty('name');
    expect(withoutRule(rules, 'rule-1').map(({ id }) => id)).toEqual(['rule-7', 'mine']);
  });

  it('are not offered a condition that they have', () => {
    const kinds = addableKinds(rule([newCondition('listed')]), conditionKinds);
    expect(kinds).toHaveLength(conditionKinds.length - 1);
    expect(kinds).not.toContain('listed');
  });
});

describe('a condition', () => {
  const conditions: CheckoutCondition[] = [
    ...conditionKinds.map(newCondition),
    { kind: 'listed', kinds: [] },
    { kind: 'place', words: [] },
    { kind: 'prefecture', codes: ['JP-47'] },
    { kind: 'customer-tag', tags: ['要確認'] },
    { kind: 'quantity', over: 0 },
    { kind: 'quantity', over: Number.NaN },
    { kind: 'amount', over: null, under: null },
    { kind: 'amount', over: 5000, under: 5000 },
    { kind: 'amount', over: null, under: 5000 },
  ];

  it('is told as wrong exactly where the settings refuse it', () => {
    const told = conditions.map((each) => problemOf(each) === null);
    const taken = conditions.map((each) => codRule.safeParse(rule([each])).success);
    expect(told).toEqual(taken);
    expect(new Set(told)).toEqual(new Set([true, false]));
  });

  it('or a rule that is wrong has a sentence in both languages', () => {
    const told = conditions.map(problemOf).filter((each) => each !== null);
    const problems = [...told, ...spokenFaults];
    for (const words of [checkoutJa, checkoutEn]) {
      const known = Object.keys(words.checkout.problems);
      expect(problems.filter((each) => !known.includes(each))).toEqual([]);
    }
  });

  it('takes amounts as people type them', () => {
    expect(['30000', '３０，０００円', '¥1,000', ''].map(yenOf)).toEqual([
      30_000,
      30_000,
      1000,
      null,
    ]);
    expect(['abc', '1.5', '-1', '100000001'].map(yenOf)).toEqual(Array(4).fill(undefined));
  });
});

describe('the meter', () => {
  it('counts the lists of rules in use, and past fraud where its people are stopped', () => {
    const asking = (kinds: ('fraud' | 'cod' | 'watch')[], on = true) =>
      rule([{ kind: 'listed', kinds }], { on, id: `rule-${kinds.join('-')}` });
    const settings = (rules: CodRule[], blockedBuyers: boolean) => {
      const { checkout } = defaultSettings;
      const validation = { ...checkout.validation, blockedBuyers };
      return settingsSchema.parse({
        ...defaultSettings,
        checkout: { ...checkout, rules, validation },
      });
    };
    const asked = (rules: CodRule[], blockedBuyers: boolean) =>
      askedLists(settings(rules, blockedBuyers));
    expect(asked([asking(['watch', 'cod']), asking(['fraud'], false)], false)).toEqual({
      payment: ['cod', 'watch'],
      validation: [],
    });
    expect(asked([], true)).toEqual({ payment: [], validation: ['fraud'] });
  });
});
