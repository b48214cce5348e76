import type { Case, Cases } from '../support/case.ts';
import { elsewhere } from '../support/evidence.ts';

const room = (address2: string, change: object = {}) => ({ ship: { address2, ...change } });
const line = (address1: string, change: object = {}) => ({
  ship: { address1, address2: '', ...change },
});
const where = (
  provinceCode: string,
  city: string,
  address1: string,
  zip: string,
  change: object = {},
) => ({
  ship: { provinceCode, city, address1, zip, address2: '', ...change },
});
const unknownPlace: Case = [
  'unknown',
  'the address is not known',
  { order: { shipping: undefined } },
];
const noPlace: Case = ['no-hit', 'nothing is shipped', { ship: null }];
const words = (...hits: string[]): Case[] => [
  ...hits.map((text): Case => ['hit', text, room(text)]),
  ['hit', 'in the company field', room('', { company: hits[0] })],
  ['no-hit', 'an ordinary building', room('例示ハイツ101')],
  ['no-hit', 'in the note', { order: { note: `${hits[0]}へお願いします` } }],
  noPlace,
  unknownPlace,
];

export const placeCases: Cases = {
  'ship-to-warehouse': words('例示倉庫', '例示物流センター 2F', 'REIDAI Warehouse'),
  'ship-to-short-stay': words('例示ウィークリーマンション 301', 'ﾏﾝｽﾘｰ例示202'),
  'ship-to-rental-office': words('例示レンタルオフィス 5F', '例示コワーキング'),
  'ship-to-private-mailbox': words('例示私設私書箱センター 1203', 'P.O. Box 12'),
  'ship-to-hotel': words('ホテル例示 808号室', '例示旅館', 'Hotel Reidai 3F'),
  'ship-to-net-cafe': words('例示ネットカフェ 25番席', '例示漫画喫茶'),
  'ship-to-locker': words('例示駅 宅配ロッカー', 'PUDOステーション例示'),
  'ship-to-vacant-unit': words('例示アパート空室203', '空き家'),
  'ship-to-post-office-hold': [
    ['hit', '郵便局留', room('例示郵便局留')],
    ['hit', '営業所留め', room('例示営業所留め')],
    ['hit', 'a counter’s own postal code', room('', { zip: '150-8799' })],
    ['no-hit', 'a mailbox centre', room('例示私設私書箱センター 1203')],
    noPlace,
    unknownPlace,
  ],
  'ship-to-care-of': [
    ['hit', '様方', room('鈴木様方')],
    ['hit', 'a surname with 方', room('例示荘 佐々木方')],
    ['hit', '気付', room('例示病院気付')],
    ['hit', 'c/o', room('c/o Reidai')],
    ['no-hit', 'a guest of a hotel', room('ホテル例示気付')],
    ['no-hit', 'a town that ends in 方', line('大字北方99-1')],
    ['no-hit', '夕方 in the building line', room('夕方')],
    noPlace,
    unknownPlace,
  ],
  'forwarder-address-suffix': [
    ['hit', 'a member number', room('TS041234'), { code: 'TS041234' }],
    ['hit', 'after the room', room('例示ビル101 AB-12345'), { code: 'AB-12345' }],
    ['hit', 'after the name', { ship: { firstName: '花子 JP12345' } }, { code: 'JP12345' }],
    ['hit', 'in the company field', { ship: { company: '12345AB' } }, { code: '12345AB' }],
    ['no-hit', 'a room with a letter', room('B-1105')],
    ['no-hit', '#101', room('#101')],
    ['no-hit', 'a penthouse', room('例示タワー PH1201')],
    ['no-hit', 'a wing', room('例示レジデンス W棟1203')],
    ['no-hit', 'a house in Latin letters with its room', room('NOWA新宿907')],
    ['no-hit', 'a room glued to the building', room('GRANDCOURT1105')],
    ['no-hit', 'a bare house number of five digits', line('神宮前12345')],
    noPlace,
    unknownPlace,
  ],
  'forwarder-known-address': [
    ['hit', 'a service’s name', room('転送コム TS041234'), { service: '転送コム' }],
    [
      'hit',
      'in the name field',
      { ship: { lastName: 'tenso', firstName: '花子' } },
      { service: '転送コム' },
    ],
    [
      'hit',
      'a known warehouse with its mark',
      where('JP-27', '大阪市西区', '本田4-1-7ABCDEF', '5500022'),
      { service: 'mt1.jp' },
    ],
    [
      'no-hit',
      'the same block without the mark',
      where('JP-27', '大阪市西区', '本田四丁目1番7号', '5500022'),
    ],
    ['no-hit', 'intensive is not tenso', room('INTENSOR 5F')],
    noPlace,
    unknownPlace,
  ],
  'billing-shipping-mismatch': [
    ['hit', 'another town', { bill: elsewhere }],
    ['hit', 'another room', { bill: { address2: '例示ハイツ202' } }],
    [
      'no-hit',
      'the same place in another spelling',
      { bill: { address1: '神宮前九十九丁目1番地2', address2: '１０１' } },
    ],
    ['no-hit', 'nothing is shipped', { ship: null }],
    [
      'hit',
      'without house numbers the text is compared',
      {
        ship: { address1: '大字例示', address2: '' },
        bill: { address1: '大字見本', address2: '' },
      },
    ],
    ['unknown', 'no billing address', { bill: null }],
    unknownPlace,
  ],
  'address-incomplete': [
    ['hit', 'a town alone', line('神宮前')],
    ['hit', 'only a 丁目', line('神宮前三丁目')],
    ['hit', 'only a 条 and a 丁目', where('JP-01', '札幌市中央区', '北1条西99丁目', '0600001')],
    [
      'hit',
      'digits of the room do not count',
      { ship: { address1: '神宮前', address2: '例示ハイツ101' } },
    ],
    [
      'no-hit',
      'the number on the second line',
      { ship: { address1: '神宮前', address2: '99-1-2 例示ハイツ101' } },
    ],
    ['no-hit', 'kanji numerals', line('東池袋九十九丁目二番三号')],
    ['no-hit', 'Kyoto', where('JP-26', '京都市中京区', '寺町通御池上る上本能寺前町488', '6048571')],
    ['no-hit', '無番地', line('大字例示無番地')],
    ['no-hit', 'held at a counter', { ship: { address1: '渋谷', address2: '例示郵便局留' } }],
    [
      'no-hit',
      'abroad',
      { ship: { countryCode: 'US', provinceCode: 'CA', address1: 'Main Street', address2: '' } },
    ],
    [
      'unknown',
      'the lines are hidden from us',
      { ship: { address1: undefined, address2: undefined } },
    ],
    noPlace,
    unknownPlace,
  ],
  'postal-code-mismatch': [
    [
      'hit',
      'another prefecture',
      where('JP-13', '渋谷区', '神宮前99', '5300001'),
      { zip: '5300001', area: '27:大阪市北区' },
    ],
    ['hit', 'another ward', where('JP-27', '大阪市中央区', '難波99', '5300001')],
    ['hit', 'not seven digits', where('JP-13', '渋谷区', '神宮前99', '15000')],
    ['no-hit', 'full-width digits', where('JP-13', '渋谷区', '神宮前99', '１５０－０００１')],
    ['no-hit', 'the city without its ward', where('JP-27', '大阪市', '梅田99', '5300001')],
    [
      'no-hit',
      'the city on the address line',
      where('JP-13', '', '東京都渋谷区神宮前99', '1500001'),
    ],
    [
      'no-hit',
      'a code that serves two prefectures',
      where('JP-24', '桑名郡木曽岬町', '例示99', '4980000'),
    ],
    ['no-hit', 'an island’s name left out', where('JP-13', '八丈町', '大賀郷99', '1001401')],
    ['no-hit', 'a county left out', where('JP-10', '榛東村', '広馬場99', '3703503')],
    ['no-hit', 'JP-1 for JP-01', where('JP-1', '札幌市中央区', '北一条西99', '0600001')],
    ['no-hit', 'a company’s own code', where('JP-13', '新宿区', '西新宿99', '1638001')],
    ['no-hit', 'a code that does not exist', where('JP-12', '千葉市中央区', '中央99', '2609999')],
    ['no-hit', 'abroad', { ship: { countryCode: 'US', zip: '90210' } }],
    ['unknown', 'no postal code', { ship: { zip: '' } }],
    ['no-hit', 'nothing is shipped', { ship: null }],
    unknownPlace,
  ],
  'postal-code-unknown': [
    ['hit', 'in no table', where('JP-12', '千葉市中央区', '中央99', '2609999'), { zip: '2609999' }],
    ['no-hit', 'a counter’s code', { ship: { zip: '1508799' } }],
    ['no-hit', 'an ordinary one', {}],
    ['unknown', 'no postal code', { ship: { zip: null } }],
    noPlace,
  ],
  'address-not-found': [
    ['hit', 'a city that is not there', where('JP-12', '架空市', '例示99', '2850000')],
    ['hit', 'a postal code that is not there', where('JP-12', '千葉市中央区', '中央99', '2609999')],
    ['no-hit', 'an old ward of a city', where('JP-22', '浜松市中区', '例示99', '4300929')],
    ['no-hit', 'variants of characters', where('JP-08', '竜ヶ崎市', '例示99', '3010000')],
    ['unknown', 'no prefecture', { ship: { provinceCode: undefined, city: '例示', zip: '' } }],
    noPlace,
    unknownPlace,
  ],
};
