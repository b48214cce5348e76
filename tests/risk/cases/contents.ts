import type { ItemFacts } from '../../../web/risk/order-facts.ts';
import type { Cases } from '../support/case.ts';
import { cod, elsewhere } from '../support/evidence.ts';

const items = (...list: (Partial<ItemFacts> | string)[]) => ({
  order: {
    items: list.map((item) => ({
      ...{ title: '例示せっけん', price: 1000, quantity: 1 },
      ...(typeof item === 'string' ? { title: item } : item),
    })),
  },
});
const total = (amount: number | undefined, change: object = {}) => ({
  order: { total: amount, ...change },
});
const priced = (title: string, price: number | undefined) => items({ title, price });
const different = (n: number) => items(...Array.from({ length: n }, (_, at) => `例示${at}`));
const note = (text: string | null | undefined, change: object = {}) => ({
  order: { note: text, ...change },
});
const wish = (value: string, change: object = {}) => ({
  order: { attributes: [{ key: 'お届け希望日', value }], ...change },
});
const first = { customerOrders: 0 };

export const contentCases: Cases = {
  'high-value-order': [
    ['hit', 'three deviations above the median', total(78_000), { total: '¥78,000' }],
    ['no-hit', 'just below them', total(59_000)],
    ['no-hit', 'extreme is another signal', total(350_000)],
    [
      'hit',
      'a new shop goes by its threshold',
      { order: { total: 50_000 }, shop: { n: 3 } },
      { limit: '¥50,000' },
    ],
    ['no-hit', 'below that threshold', { order: { total: 49_999 }, shop: { n: 3 } }],
    [
      'hit',
      'a fixed-price shop has a spread of 0.25',
      { order: { total: 17_100 }, shop: { madLn: 0 } },
    ],
    [
      'no-hit',
      'its own upper quantile is higher',
      { order: { total: 78_000 }, shop: { p975: 90_000 } },
    ],
    [
      'no-hit',
      'never below ¥10,000',
      { order: { total: 9900 }, shop: { median: 1000, madLn: 0.1 } },
    ],
    [
      'hit',
      'between 20 and 60 orders from 3.5 deviations',
      { order: { total: 90_000 }, shop: { n: 40 } },
    ],
    ['no-hit', 'and not from 3', { order: { total: 78_000 }, shop: { n: 40 } }],
    ['unknown', 'the total is not known', total(undefined)],
    [
      'unknown',
      'a new shop in dollars has nothing to compare with',
      { order: { total: 900, currency: 'USD' }, shop: { n: 3 } },
    ],
  ],
  'high-value-extreme': [
    ['hit', '4.5 deviations', total(170_000), { total: '¥170,000' }],
    ['no-hit', 'less', total(150_000)],
    [
      'no-hit',
      'under 30 orders nothing is extreme',
      { order: { total: 500_000 }, shop: { n: 29 } },
    ],
    ['unknown', 'the total is not known', total(undefined)],
  ],
  'high-value-first-order': [
    ['hit', 'high and first', { order: { total: 78_000 }, history: first }],
    ['no-hit', 'high but not first', total(78_000)],
    [
      'no-hit',
      'first but not high: history need not be known',
      { order: { total: 100 }, history: { customerOrders: undefined } },
    ],
    [
      'unknown',
      'high, history not known',
      { order: { total: 78_000 }, history: { customerOrders: undefined } },
    ],
  ],
  'quantity-outlier': [
    ['hit', 'more of one line than the 99th percentile', items({ quantity: 11 }), { n: 11 }],
    ['no-hit', 'as many', items({ quantity: 10 })],
    [
      'hit',
      'more than twice it in total',
      items({ quantity: 10 }, { quantity: 10 }, { quantity: 1 }),
      { n: 21 },
    ],
    [
      'hit',
      'three of what costs twice the median order',
      items({ quantity: 3, price: 16_000 }),
      { n: 3 },
    ],
    ['no-hit', 'two of it', items({ quantity: 2, price: 16_000 })],
    [
      'hit',
      'a shop without statistics: six',
      { ...items({ quantity: 6 }), shop: { qtyP99: undefined, median: 0 } },
    ],
    ['no-hit', 'no items', items()],
    ['unknown', 'items not known', { order: { items: undefined } }],
  ],
  'many-distinct-items': [
    ['hit', 'nine of them', different(9), { n: 9 }],
    ['no-hit', 'eight', different(8)],
    ['no-hit', 'one thing on many lines', items(...Array(12).fill('例示'))],
    ['unknown', 'items not known', { order: { items: undefined } }],
  ],
  'resale-prone-goods': [
    ['hit', 'a game console', priced('ゲーム機', 30_000), { categories: 'game' }],
    ['hit', 'an electric reel', priced('釣具 電動リール', 32_000), { categories: 'fishing' }],
    ['no-hit', 'sneakers below ¥20,000', priced('スニーカー', 15_000)],
    ['hit', 'sneakers from there', priced('スニーカー', 20_000), { categories: 'apparel' }],
    ['no-hit', 'ダイヤル is no ダイヤ', priced('ダイヤル錠', 50_000)],
    ['no-hit', 'プロッド is no ロッド', priced('プロッド', 50_000)],
    [
      'hit',
      'a word before another script',
      priced('レディース ブランド バッグ', 40_000),
      { categories: 'brand' },
    ],
    ['hit', 'full-width letters', priced('ＳＳＤ　２ＴＢ', 20_000), { categories: 'pc' }],
    ['no-hit', 'nothing of the kind', priced('出雲そば', 50_000)],
    ['unknown', 'the price is not known', priced('ゲーム機', undefined)],
    [
      'unknown',
      'a price in dollars',
      { order: { currency: 'USD', items: [{ title: 'camera', price: 20_000, quantity: 1 }] } },
    ],
    ['unknown', 'items not known', { order: { items: undefined } }],
  ],
  'gift-card-line': [
    [
      'hit',
      '¥5,000 in one line',
      items({ isGiftCard: true, price: 2500, quantity: 2 }),
      { amount: '¥5,000' },
    ],
    ['no-hit', 'less', items({ isGiftCard: true, price: 4999 })],
    ['no-hit', 'other goods', items({ price: 50_000 })],
    ['unknown', 'the price is not known', items({ isGiftCard: true, price: undefined })],
    ['unknown', 'items not known', { order: { items: undefined } }],
  ],
  'urgent-delivery-request': [
    ['hit', '至急', note('至急発送してください'), { text: '至急' }],
    ['hit', 'as soon as possible', note('Please ship ASAP'), { text: 'ASAP' }],
    ['no-hit', '急ぎではありません', note('急ぎではありませんのでよろしくお願いします')],
    ['no-hit', '急ぎません', note('特に急ぎません')],
    ['no-hit', 'a birthday wish', note('誕生日なので早く届くとうれしいです')],
    [
      'hit',
      'a date in two days on a dear order',
      { ...wish('2026-11-22', { total: 78_000 }) },
      { text: '2026-11-22' },
    ],
    ['hit', 'a range counts by its first day', wish('11/21〜11/30', { total: 78_000 })],
    ['no-hit', 'a date in three days', wish('2026年11月23日', { total: 78_000 })],
    ['no-hit', 'an early date on an ordinary order', wish('2026-11-21')],
    [
      'hit',
      'the day in Tokyo counts',
      wish('2026-11-22', { total: 78_000, createdAt: '2026-11-19T16:00:00Z' }),
    ],
    ['no-hit', 'the earliest date as the shop offers it', wish('最短日')],
    ['unknown', 'the note is not known', note(undefined)],
    ['unknown', 'note and attributes are not known', note(undefined, { attributes: undefined })],
  ],
  'unnatural-japanese-note': [
    ['hit', 'two turns of phrase', note('親愛なる売り手、はやく送ってください')],
    ['no-hit', 'one, however often', note('あなたの商品とあなたの店が好きです')],
    [
      'hit',
      'simplified characters and a full-width comma',
      note('请はやく送ってください，お願いします'),
    ],
    ['no-hit', 'an ordinary note', note('のしは「中村」でお願いします。')],
    ['no-hit', 'no kana', note('亲爱的卖家，请发货')],
    ['no-hit', 'the buyer wrote none', note(null)],
    ['unknown', 'not known', note(undefined)],
  ],
  'foreign-language-note': [
    ['hit', 'Chinese', note('请尽快发货谢谢'), { lang: 'zh' }],
    ['hit', 'Korean', note('빨리 보내주세요'), { lang: 'ko' }],
    ['hit', 'Russian', note('пожалуйста быстрее'), { lang: 'ru' }],
    ['hit', 'Vietnamese', note('Vui lòng giao hàng sớm được không'), { lang: 'vi' }],
    ['hit', 'English', note('please leave at the door'), { lang: 'en' }],
    ['no-hit', 'Japanese in kanji alone', note('領収書希望午前中配達希望')],
    ['no-hit', 'an order number', note('ABC-123456 REF')],
    ['no-hit', 'too short', note('thanks')],
    ['unknown', 'not known', note(undefined)],
  ],
  'non-gift-separate-shipping': [
    ['hit', 'a game console to somebody else', { ...priced('ゲーム機', 30_000), bill: elsewhere }],
    [
      'no-hit',
      'a present',
      { order: { ...priced('ゲーム機', 30_000).order, note: '内祝いです' }, bill: elsewhere },
    ],
    [
      'no-hit',
      'to oneself at another place',
      {
        ...priced('ゲーム機', 30_000),
        bill: { ...elsewhere, lastName: '例示', firstName: '花子' },
      },
    ],
    ['no-hit', 'soap', { bill: elsewhere }],
    ['no-hit', 'the same address', priced('ゲーム機', 30_000)],
    ['unknown', 'no billing address', { ...priced('ゲーム機', 30_000), bill: null }],
    ['no-hit', 'nothing is shipped', { order: cod, ship: null }],
  ],
};
