import type { Case, Cases } from '../support/case.ts';

const person = (lastName: string, firstName: string, change: object = {}) => ({
  ship: { lastName, firstName },
  bill: { lastName, firstName },
  ...change,
});
const kimura = (value: string, key = 'ふりがな') =>
  person('木村', '太郎', { order: { attributes: [{ key, value }] } });
const card = (name: string | null | undefined, lastName: string, firstName: string) =>
  person(lastName, firstName, { card: { name } });
const mail = (email: string | null | undefined) => ({ order: { email } });
const noFurigana: Case = ['unknown', 'the form has no furigana', { order: { attributes: [] } }];
const noCardName: Case = ['unknown', 'the gateway tells no name', card(null, '木村', '太郎')];
const byWallet: Case = [
  'no-hit',
  'a wallet is not compared',
  { ...person('木村', '太郎'), card: { name: 'ICHIRO SUZUKI', wallet: 'APPLE_PAY' } },
];

const furiganaCases: Cases = {
  'furigana-literal-reading': [
    ['hit', 'きそん for 木村', kimura('きそん たろう'), { kana: 'きそん', kanji: '木村' }],
    ['hit', 'without a space', kimura('キソンタロウ')],
    ['no-hit', 'half-width kana', kimura('ｷﾑﾗ ﾀﾛｳ', 'ﾌﾘｶﾞﾅ')],
    ['no-hit', 'the given name first', kimura('たろう きむら')],
    [
      'hit',
      'in two fields, whatever their order',
      person('木村', '太郎', {
        order: {
          attributes: [
            { key: 'フリガナ(メイ)', value: 'タロウ' },
            { key: 'フリガナ(セイ)', value: 'キソン' },
          ],
        },
      }),
      { kana: 'キソン' },
    ],
    [
      'no-hit',
      'さとう is on-on and the usual reading',
      person('佐藤', '愛', { order: { attributes: [{ key: 'kana', value: 'サトー アイ' }] } }),
    ],
    ['no-hit', 'another name altogether', kimura('たなか たろう')],
    [
      'no-hit',
      'the recipient’s furigana',
      {
        ship: { lastName: '田中', firstName: '花子' },
        bill: { lastName: '木村', firstName: '太郎' },
        order: { attributes: [{ key: 'お届け先ふりがな', value: 'たなか はなこ' }] },
      },
    ],
    ['unknown', 'kanji in the field', kimura('木村 太郎')],
    noFurigana,
  ],
  'furigana-mismatch': [
    ['hit', 'たなか for 木村', kimura('たなか たろう'), { kana: 'たなか', kanji: '木村' }],
    ['no-hit', 'a rarer reading', kimura('たむら たろう')],
    ['no-hit', 'きそん is the other signal', kimura('きそん たろう')],
    [
      'no-hit',
      'a variant character',
      person('渡邊', '花子', {
        order: { attributes: [{ key: 'カナ', value: 'ワタナベ ハナコ' }] },
      }),
    ],
    [
      'unknown',
      'a name that the dictionary lacks',
      person('例示', '花子', { order: { attributes: [{ key: 'カナ', value: 'レイジ ハナコ' }] } }),
    ],
    [
      'unknown',
      'a company',
      person('株式会社木村', '', { order: { attributes: [{ key: 'カナ', value: 'レイジ' }] } }),
    ],
    [
      'unknown',
      'a foreign resident',
      person('ガルシア', 'マリア', { order: { attributes: [{ key: 'カナ', value: 'ガルシア' }] } }),
    ],
    noFurigana,
  ],
};

export const nameCases: Cases = {
  ...furiganaCases,
  'latin-script-name': [
    ['hit', 'Kimura Taro', person('Kimura', 'Taro'), { name: 'Kimura Taro' }],
    ['hit', 'names in each other’s field', person('HANAKO', 'OHNO')],
    ['no-hit', 'John Smith', person('Smith', 'John')],
    ['no-hit', 'a Japanese and a foreign name', person('Garcia', 'Yuki')],
    ['no-hit', 'kanji', person('木村', '太郎')],
    [
      'no-hit',
      'sent abroad',
      {
        ship: { lastName: 'Kimura', firstName: 'Taro', countryCode: 'US' },
        bill: { lastName: 'Kimura', firstName: 'Taro', countryCode: 'US' },
      },
    ],
    ['unknown', 'no name', person('', '')],
  ],
  'cardholder-name-mismatch': [
    [
      'hit',
      'another name',
      card('ICHIRO SUZUKI', '木村', '太郎'),
      { card: 'ICHIRO SUZUKI', name: '木村 太郎' },
    ],
    ['no-hit', 'in either order', card('KIMURA TARO', '木村', '太郎')],
    ['no-hit', 'a variant and a long vowel', card('TARO SAITOH', '齋藤', '太郎')],
    ['no-hit', 'a rare name', card('AKIRA SHOJI', '東海林', '明')],
    ['no-hit', 'a foreign resident in katakana', card('MARIA GARCIA', 'ガルシア', 'マリア')],
    ['no-hit', 'a Chinese resident', card('WEI WANG', '王', '偉')],
    ['no-hit', 'a middle name', card('JOHN A SMITH', 'Smith', 'John')],
    ['no-hit', 'half-width kana', card('HANAKO WATANABE', 'ﾜﾀﾅﾍﾞ', 'ﾊﾅｺ')],
    [
      'no-hit',
      'the recipient pays for a present',
      {
        ship: { lastName: '鈴木', firstName: '一郎' },
        bill: { lastName: '木村', firstName: '太郎' },
        card: { name: 'ICHIRO SUZUKI' },
      },
    ],
    ['unknown', 'a company’s card', card('REIDAI SHOKAI CO., LTD.', '木村', '太郎')],
    ['unknown', 'a name that nobody can read', card('ICHIRO SUZUKI', '例示', '花子')],
    byWallet,
    noCardName,
  ],
  'cardholder-name-family': [
    ['hit', 'a husband’s card', card('TARO HASEGAWA', '長谷川', '花子'), { name: '長谷川 花子' }],
    ['no-hit', 'her own', card('HANAKO HASEGAWA', '長谷川', '花子')],
    ['no-hit', 'an initial', card('H HASEGAWA', '長谷川', '花子')],
    ['no-hit', 'how 偉 is spelt abroad is not known', card('KIM MINJUN', '金', '偉')],
    ['no-hit', 'another family', card('ICHIRO SUZUKI', '木村', '太郎')],
    byWallet,
    noCardName,
  ],
  'email-random-local-part': [
    ['hit', 'letters drawn by lot', mail('qzxwvkjhpt@example.com'), { local: 'qzxwvkjhpt' }],
    ['hit', 'letters and digits in turns', mail('a8f3k2j9x1@example.com')],
    ['no-hit', 'consonants of a name', mail('ktm.ykhr0512@example.com')],
    ['no-hit', 'the same without a dot', mail('ktmykhr0512@example.com')],
    ['no-hit', 'a name and a year', mail('kimura1985@example.com')],
    ['no-hit', 'short', mail('mii0214@example.com')],
    ['no-hit', 'a carrier gives such addresses', mail('qzxwvkjhpt@docomo.ne.jp')],
    ['no-hit', 'none given', mail('')],
    ['unknown', 'nobody told us an e-mail', mail(undefined)],
  ],
};
