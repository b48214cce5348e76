import { describe, expect, test } from 'vitest';
import { assess } from '../../web/risk/assess-order.ts';
import type { SignalResult } from '../../web/risk/assessment.ts';
import { explainSignal, headline, topReasons } from '../../web/risk/explain.ts';
import { nextStepKey, nextSteps } from '../../web/risk/next-step.ts';
import { riskCard } from '../../web/risk/risk-card.ts';
import { defaultJudgement, rulesetFrom } from '../../web/risk/ruleset.ts';
import { writeFact } from '../../web/risk/words.ts';
import { type Change, cod, elsewhere, evidenceWith } from './support/evidence.ts';
import { assessmentOf, newBuyer } from './support/findings.ts';

const judge = (change: Change) => assess(evidenceWith(change), rulesetFrom());
const because = (change: Change, id: string, locale: 'ja' | 'en' = 'ja') => {
  const result = judge(change).signals.find((one) => one.id === id);
  return result ? explainSignal(result, locale).because : '';
};

describe('a reason', () => {
  test('carries the order’s facts', () => {
    expect(because({ order: { total: 78_000 } }, 'high-value-order')).toContain('合計¥78,000は');
  });

  test('writes prefectures, words and places in the reader’s language', () => {
    const far = { order: { phone: '03-1234-5601' }, ship: { ...elsewhere, phone: null } };
    expect(because(far, 'phone-area-mismatch')).toContain('市外局番03（東京都）と住所（大阪府）');
    expect(because(far, 'phone-area-mismatch', 'en')).toContain('Area code 03 (Tokyo)');
    const listed = {
      history: { blocklist: [{ email: 'reidai@example.jp', phone: '0312345601' }] },
    };
    expect(because(listed, 'blocklist-exact')).toContain('（メール・電話番号）');
    const zip = { ship: { zip: '5300001' } };
    expect(because(zip, 'postal-code-mismatch')).toContain('郵便番号5300001（大阪府大阪市北区）');
    const short = { ship: { zip: '123' } };
    expect(because(short, 'postal-code-mismatch')).toContain('（該当なし）');
    const ip = { order: { phone: '050-1234-5678' } };
    expect(because(ip, 'phone-ip-or-special', 'en')).toContain('IP phone (050)');
  });

  test('of what is not known names what is missing', () => {
    expect(because({ card: { cvv: '' } }, 'card-cvv-failed')).toBe(
      '未確認：セキュリティコードの結果が分かりません。',
    );
    expect(because({ card: { cvv: '' } }, 'card-cvv-failed', 'en')).toBe(
      'Not known: the result of the security code.',
    );
  });

  test('of a signal from an older version keeps its id', () => {
    const old: SignalResult = {
      ...{ id: 'long-gone', outcome: 'hit', points: 3, counted: true, checkItem: 'X' },
    };
    expect(explainSignal(old, 'ja')).toEqual({
      name: 'long-gone',
      because: 'long-gone',
      caution: '',
    });
  });

  test('leaves no placeholder open, whatever fact is missing', () => {
    const bare = rulesetFrom().rules.map(({ signal }) => ({
      ...{ id: signal.id, outcome: 'hit' as const, points: 1, counted: true, checkItem: 'X' },
    }));
    for (const result of bare) expect(explainSignal(result, 'ja').because).not.toMatch(/[{}]/);
  });
});

describe('the headline', () => {
  test('counts the items and names them, the weightiest first', () => {
    expect(headline(assessmentOf(newBuyer), 'ja')).toBe(
      '4項目に該当（要確認）：代引き、携帯のみ、フリーメール、初回',
    );
    expect(headline(assessmentOf(newBuyer), 'en')).toBe(
      '4 checks matched (Check): COD, Mobile only, Free e-mail, First order',
    );
  });

  test('names each item once', () => {
    const text = headline(assessmentOf(['forwarder-known-address', 'ship-to-warehouse']), 'ja');
    expect(text).toBe('1項目に該当（要確認）：転送サービス宛');
  });

  test('says so where nothing was found', () => {
    expect(headline(assessmentOf([]), 'ja')).toBe('該当項目なし（通常）');
  });

  test('names what decided where nothing counted', () => {
    const points = { 'deferred-payment': { points: 70 } };
    const rules = rulesetFrom({ ...defaultJudgement, signals: points });
    expect(headline(assessmentOf(['deferred-payment'], rules), 'ja')).toBe(
      '該当項目なし（危険）：後払い',
    );
  });
});

test('the top reasons begin with the floor that decided', () => {
  const hits = ['email-disposable', 'staff-address-nonexistent', 'first-order'];
  expect(topReasons(assessmentOf(hits), 'ja', 2)).toEqual([
    '使い捨てメール',
    '地図で住所を確認できない',
  ]);
});

describe('the next step', () => {
  test.each([
    ['ship', []],
    ['denied', ['staff-denies-order', 'blocklist-exact']],
    ['list-match', ['blocklist-exact']],
    ['addressee-may-be-victim', ['cod-harassment-pattern', 'cod-requested']],
    ['cod-call', newBuyer],
    ['contact', ['email-disposable']],
    ['look', ['staff-vague-answer', 'high-value-extreme']],
  ])('is %s', (step, hits) => {
    expect(nextStepKey(assessmentOf(hits))).toBe(step);
    expect(nextSteps).toContain(step);
  });
});

describe('the risk card', () => {
  test('has the level, at most 20 facts of at most 256 characters, the weightiest first', () => {
    const all = rulesetFrom().rules.map(({ signal }) => signal.id);
    const card = riskCard(assessmentOf(all), 'ja');
    expect(card.level).toBe('HIGH');
    expect(card.facts).toHaveLength(20);
    expect(card.facts.every(({ description }) => [...description].length <= 256)).toBe(true);
    expect(card.facts[1]?.description).toContain('ご本人から');
  });

  test('shows what reassures as positive', () => {
    const card = riskCard(assessmentOf([...newBuyer, 'verified-wallet']), 'en');
    expect(card.level).toBe('MEDIUM');
    expect(card.facts.at(-1)).toMatchObject({ sentiment: 'POSITIVE' });
  });

  test('tells nothing that belongs to a person', () => {
    const change: Change = {
      order: { ...cod, phone: '0312345', email: 'himitsu-reidai@sute.jp', note: '至急花子まで' },
      ship: { lastName: '秘密', address2: 'HM041234', zip: '5300001' },
      history: { customerOrders: 0, blocklist: [{ email: 'himitsu-reidai@sute.jp' }] },
    };
    for (const locale of ['ja', 'en'] as const) {
      const text = JSON.stringify(riskCard(judge(change), locale));
      expect(text).toContain('sute.jp');
      expect(text).not.toMatch(/himitsu|0312345|HM041234|秘密|花子|神宮前|5300001/);
    }
  });
});

test('every word that a signal puts into its facts has a name in Japanese', () => {
  const categories = 'brand jewelry camera recorder pc tv apparel food game watch cosme tool';
  const words = `${categories} instrument fishing carnavi email phone address card name ip zh ko ru vi en`;
  const named = words
    .split(' ')
    .filter((word) => /[ぁ-んァ-ヶ一-龠]|IP/.test(writeFact(word, 'word', 'ja')));
  expect(named).toEqual(words.split(' '));
  expect(writeFact('pager,premium', 'phone', 'ja')).toBe('020番号・有料番号');
});
