import { describe, expect, test } from 'vitest';
import { assess } from '../../web/risk/assess-order.ts';
import { builtInWords } from '../../web/risk/built-in-words.ts';
import { goodsBounds, Lexicon, latinBounds, spellingOf } from '../../web/risk/lexicon.ts';
import type { WordSettings } from '../../web/risk/own-words.ts';
import { defaultJudgement, rulesetFrom } from '../../web/risk/ruleset.ts';
import { type Change, evidenceWith } from './support/evidence.ts';

const none: WordSettings = {
  ...{ forwarders: [], shortStay: [], hotels: [], resaleGoods: [], urgent: [], freeMail: [] },
};
const judge = (change: Change, words: Partial<WordSettings> = {}) =>
  assess(evidenceWith(change), rulesetFrom({ ...defaultJudgement, words: { ...none, ...words } }));
const result = (id: string, change: Change, words: Partial<WordSettings> = {}) =>
  judge(change, words).signals.find((one) => one.id === id);

const title = (text: string, price?: number): Change => ({
  order: { items: [{ title: text, quantity: 1, ...(price === undefined ? {} : { price }) }] },
});

type Row = readonly [says: string, id: string, change: Change, words: Partial<WordSettings>];
const rows: readonly Row[] = [
  [
    'a forwarder by name, in other letters',
    'forwarder-known-address',
    { ship: { address2: 'れいだいエクスプレス Warehouse 3' } },
    { forwarders: ['ｗａｒｅｈｏｕｓｅ ３'] },
  ],
  [
    'a forwarder by its address in another spelling',
    'forwarder-known-address',
    { ship: { address1: '神宮前九十九丁目5番7号', address2: '' } },
    { forwarders: ['東京都渋谷区神宮前99-5-7'] },
  ],
  [
    'a forwarder’s room alone, without its prefecture',
    'forwarder-known-address',
    { ship: { address1: '神宮前99-5-7', address2: '例示ビル３０１' } },
    { forwarders: ['渋谷区神宮前99-5-7 例示ビル301号室'] },
  ],
  [
    'a short-stay house',
    'ship-to-short-stay',
    { ship: { address2: 'レオ例示パレス・サクラ 201' } },
    { shortStay: ['レオ例示パレス・サクラ'] },
  ],
  [
    'a hotel',
    'ship-to-hotel',
    { ship: { company: 'ＲＥＩＤＡＩ ＩＮＮ' } },
    { hotels: ['reidai inn'] },
  ],
  [
    'goods',
    'resale-prone-goods',
    title('例示ドール 限定版', 8000),
    { resaleGoods: [{ word: '例示ドール', from: 8000 }] },
  ],
  [
    'goods at any price',
    'resale-prone-goods',
    title('例示ドール'),
    { resaleGoods: [{ word: '例示ドール', from: 0 }] },
  ],
  [
    'words that press',
    'urgent-delivery-request',
    { order: { note: '超特急でお願いします' } },
    { urgent: ['超特急'] },
  ],
  [
    'a mail domain and those below it',
    'email-free-provider',
    { order: { email: 'reidai@mail.reidai.example' } },
    { freeMail: ['reidai.example'] },
  ],
];

describe('a shop’s own words', () => {
  test.each(rows)('find %s', (_says, id, change, words) => {
    expect(result(id, change)?.outcome).not.toBe('hit');
    expect(result(id, change, words)?.outcome).toBe('hit');
  });

  test('are told to staff as the merchant wrote them', () => {
    const words = { forwarders: ['Reidai 転送'] };
    const found = result(
      'forwarder-known-address',
      { ship: { address2: 'ｒｅｉｄａｉ 転送 12' } },
      words,
    );
    expect(found?.facts).toEqual({ service: 'Reidai 転送' });
  });

  test('of a forwarder’s room say nothing of the neighbours', () => {
    const words = { forwarders: ['東京都渋谷区神宮前99-5-7 例示ビル301号室'] };
    const next = { ship: { address1: '神宮前99-5-7', address2: '例示ビル302' } };
    expect(result('forwarder-known-address', next, words)?.outcome).toBe('no-hit');
  });

  test('of goods have a price each, and the lower one counts', () => {
    const words = {
      resaleGoods: [
        { word: '例示カメラ', from: 50_000 },
        { word: '例示', from: 9000 },
        { word: '例示', from: 20_000 },
      ],
    };
    expect(result('resale-prone-goods', title('例示カメラ', 9000), words)?.facts).toEqual({
      categories: '例示',
    });
    expect(result('resale-prone-goods', title('例示カメラ', 8999), words)?.outcome).toBe('no-hit');
    expect(result('resale-prone-goods', title('例示カメラ'), words)?.outcome).toBe('unknown');
  });

  test('press only where nobody says the contrary', () => {
    const note = { order: { note: '特急ではありません' } };
    expect(result('urgent-delivery-request', note, { urgent: ['特急'] })?.outcome).toBe('no-hit');
  });

  test('do not make mail that is thrown away after use harmless', () => {
    const mail = { order: { email: 'reidai@mailinator.com' } };
    const words = { freeMail: ['mailinator.com'] };
    expect(result('email-disposable', mail, words)?.outcome).toBe('hit');
  });

  test.each(['.*', '(a+)+$', '[', '\\', '$&', '(?:', '^', '・', ' '])(
    'are letters and not patterns: %s',
    (word) => {
      const words: WordSettings = {
        ...{ forwarders: [word], shortStay: [word], hotels: [word], urgent: [word], freeMail: [] },
        resaleGoods: [{ word, from: 0 }],
      };
      const judged = judge(
        { order: { note: 'よろしく', email: `${'a'.repeat(40)}!@example.jp` } },
        words,
      );
      expect(judged).toEqual(
        judge({ order: { note: 'よろしく', email: `${'a'.repeat(40)}!@example.jp` } }),
      );
    },
  );

  test('are read once for a ruleset: 3,000 long rows leave a judgement quick', () => {
    const many = Array.from({ length: 500 }, (_, n) => `例示${n}`.padEnd(100, '倉'));
    const words: WordSettings = {
      ...{ forwarders: many, shortStay: many, hotels: many, urgent: many },
      resaleGoods: many.map((word) => ({ word, from: 1000 })),
      freeMail: many.map((_, n) => `reidai${n}.example`),
    };
    const rules = rulesetFrom({ ...defaultJudgement, words });
    const start = performance.now();
    for (let n = 0; n < 200; n += 1)
      assess(evidenceWith({ order: { note: '例示の備考です' } }), rules);
    expect((performance.now() - start) / 200).toBeLessThan(5);
  });
});

describe('a lexicon', () => {
  const lexicon = (words: string[], bounds = latinBounds) =>
    new Lexicon(
      words.map((word) => ({ word, spelled: spellingOf(word) })),
      bounds,
    );

  test('finds Latin words whole, Japanese ones anywhere', () => {
    expect(lexicon(['ems']).find('SYSTEMS')).toBe('');
    expect(lexicon(['ems']).find('国際EMS便')).toBe('ems');
    expect(lexicon(['倉庫']).find('第二倉庫街')).toBe('倉庫');
  });

  test('of goods keeps katakana whole, too', () => {
    expect(lexicon(['リング'], goodsBounds).find('スプリング')).toBe('');
    expect(lexicon(['リング'], goodsBounds).find('銀のリング 9号')).toBe('リング');
  });

  test('finds the longest word first, and every word', () => {
    const found = [...lexicon(['例示', '例示倉庫', '倉庫']).matches('例示倉庫')];
    expect(found.map(({ word, at }) => [word, at])).toEqual([
      ['例示倉庫', 0],
      ['例示', 0],
      ['倉庫', 2],
    ]);
  });
});

describe('the rows that the app brings', () => {
  test.each(builtInWords.urgent.map((word) => [word]))('press: %s', (word) => {
    const note = { order: { note: `${word}お願いします` } };
    expect(result('urgent-delivery-request', note)?.outcome).toBe('hit');
  });

  test.each(builtInWords.hotels.map((word) => [word]))('are a hotel: %s', (word) => {
    const change = { ship: { address2: `例示${word} 12` } };
    expect(result('ship-to-hotel', change)?.outcome).toBe('hit');
  });

  test.each(builtInWords.shortStay.map((word) => [word]))('are a short stay: %s', (word) => {
    const change = { ship: { address2: `例示${word}12` } };
    expect(result('ship-to-short-stay', change)?.outcome).toBe('hit');
  });

  test('are there for every kind', () => {
    for (const words of Object.values(builtInWords)) expect(words.length).toBeGreaterThan(5);
    expect(builtInWords.freeMail).toContain('gmail.com');
  });
});
