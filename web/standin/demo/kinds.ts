import type { ItemInput, PlaceOrderInput } from '../place-order.ts';
import { pick } from '../random.ts';
import { crowd, mobile, person } from './people.ts';
import { fraudRoom } from './remembered.ts';

/** What arrives in the demo's shop, which sells tea and what it is drunk from. */
export type DemoKind =
  | 'ordinary'
  | 'gift'
  | 'cod-ordinary'
  | 'konbini'
  | 'cod-prank'
  | 'card-thief'
  | 'card-testing'
  | 'care-of'
  | 'hotel'
  | 'captured-suspicious'
  | 'cod-suspicious'
  | 'other-spelling';

export const demoKinds: readonly [DemoKind, ...DemoKind[]] = [
  'ordinary',
  'gift',
  'cod-ordinary',
  'konbini',
  'cod-prank',
  'card-thief',
  'card-testing',
  'care-of',
  'hotel',
  'captured-suspicious',
  'cod-suspicious',
  'other-spelling',
];

const goods: readonly [ItemInput, ...ItemInput[]] = [
  { title: '煎茶 100g', price: 1296 },
  { title: 'ほうじ茶 ティーバッグ 20包', price: 864 },
  { title: '玉露 50g', price: 2160 },
  { title: '湯のみ（白磁）', price: 2750 },
  { title: '急須 常滑焼', price: 6600 },
  { title: '茶筒（桜皮細工）', price: 4950 },
];

const dear: ItemInput = { title: '南部鉄瓶 1.2L', price: 49_500 };

type Random = () => number;

const basket = (random: Random): ItemInput[] =>
  [pick(random, goods), ...(random() < 0.4 ? [pick(random, goods)] : [])].map((item) => ({
    ...item,
    quantity: random() < 0.25 ? 2 : 1,
  }));

/** One order of a kind. `n` keeps the people apart; the same `n` is the same person again. */
export function demoOrder(kind: DemoKind, n: number, random: Random): PlaceOrderInput {
  switch (kind) {
    case 'ordinary':
      return ordinary(n, random);
    case 'gift':
      return gift(n, random);
    case 'cod-ordinary':
      return { ...ordinary(n, random), payment: { kind: 'cod' }, shippingFee: 990 };
    case 'konbini':
      return { ...ordinary(n, random), payment: { kind: 'konbini' } };
    case 'cod-prank':
      return codPrank(n);
    case 'card-thief':
      return cardThief(n);
    case 'card-testing':
      return cardTesting(n);
    case 'care-of':
      return careOf(n);
    case 'hotel':
      return hotel(n);
    case 'captured-suspicious':
      return capturedSuspicious(n);
    case 'cod-suspicious':
      return codSuspicious(n);
    case 'other-spelling':
      return otherSpelling(n);
  }
}

function ordinary(n: number, random: Random): PlaceOrderInput {
  const { customer, address, ip, card } = person(n % crowd);
  return {
    customer,
    phone: customer.phone,
    shipping: address,
    items: basket(random),
    shippingFee: 660,
    payment: { kind: 'card', capture: 'sale', threeDS: 'authenticated', ...card },
    clientIp: ip,
    shopifyRisk: 'LOW',
  };
}

/** A present for somebody else: another address, and a のし, which no fraudster asks for. */
function gift(n: number, random: Random): PlaceOrderInput {
  // Nobody who orders here himself: his own phone would stand under two names.
  const receiver = person(crowd + 4 + n);
  return {
    ...ordinary(n, random),
    shipping: receiver.address,
    billing: person(n % crowd).address,
    items: [{ title: '煎茶 詰合せ（化粧箱）', price: 5400, quantity: 1 }],
    note: '内祝いです。のしの名入れをお願いします。',
    attributes: [
      { key: 'のし', value: '内祝い' },
      { key: 'お届け希望日', value: '次の日曜日' },
    ],
  };
}

/** Orders on delivery to people who ordered nothing: one IP, many addresses, nothing that can be checked. */
function codPrank(n: number): PlaceOrderInput {
  const { address } = person((n * 3 + 1) % crowd);
  const { address1, ...rest } = address;
  return {
    customer: {
      lastName: address.lastName ?? '',
      firstName: address.firstName ?? '',
      email: `reidai.prank${n}@gmail.com`,
    },
    phone: mobile(n),
    shipping: {
      ...rest,
      address1: n % 2 === 0 ? (address1 ?? '').replace(/99-.*/, '') : (address1 ?? null),
      address2: null,
      phone: mobile(n),
    },
    items: [{ title: '急須 常滑焼', price: 6600, quantity: n % 2 === 0 ? 12 : 8 }],
    shippingFee: 990,
    payment: { kind: 'cod' },
    clientIp: '198.51.100.7',
    shopifyRisk: 'MEDIUM',
  };
}

/** A stolen card: wrong security code, dear goods, a forwarder's warehouse, money only authorized. */
function cardThief(n: number): PlaceOrderInput {
  return {
    customer: {
      lastName: '見本',
      firstName: '次郎',
      email: `reidai-x${n}q7@mailinator.com`,
    },
    phone: `050-1234-${String(5700 + n).slice(-4)}`,
    shipping: {
      lastName: '見本',
      firstName: '次郎',
      zip: '550-0022',
      provinceCode: 'JP-27',
      province: '大阪府',
      city: '大阪市西区',
      address1: '本田99-1-7',
      address2: `転送コム ABX${12_345 + n}`,
      phone: `050-1234-${String(5700 + n).slice(-4)}`,
    },
    items: [{ ...dear, quantity: 3 }],
    payment: {
      kind: 'card',
      capture: 'authorization',
      cvv: 'N',
      bin: '400000',
      last4: String(1100 + n).slice(-4),
      name: 'J DOE',
      failedAttempts: ['INCORRECT_CVC'],
    },
    note: '至急発送お願い致します。',
    clientIp: '203.0.113.9',
    shopifyRisk: 'HIGH',
    shopifyFacts: [
      { description: 'Card Verification Value (CVV) is incorrect', sentiment: 'NEGATIVE' },
      { description: 'A high risk internet connection was used', sentiment: 'NEGATIVE' },
    ],
  };
}

/** Somebody tries which stolen cards still work: small sums, one IP, another card each time. */
function cardTesting(n: number): PlaceOrderInput {
  const { address } = person((n + 9) % crowd);
  return {
    customer: { lastName: '例示', firstName: `${n}`, email: `reidai-test${n}@mailinator.com` },
    phone: mobile(n + 40),
    shipping: { ...address, lastName: '例示', firstName: '試', phone: mobile(n + 40) },
    items: [{ title: 'ほうじ茶 ティーバッグ 20包', price: 864, quantity: 1 }],
    payment: {
      kind: 'card',
      capture: 'authorization',
      cvv: n % 2 === 0 ? 'N' : 'U',
      bin: `4000${String(10 + n).padStart(2, '0')}`,
      last4: String(2200 + n * 7).slice(-4),
      failedAttempts: ['CARD_DECLINED', 'CARD_DECLINED'],
    },
    clientIp: '203.0.113.77',
    shopifyRisk: 'MEDIUM',
  };
}

function careOf(n: number): PlaceOrderInput {
  const { address } = person((n + 3) % crowd);
  return {
    customer: { lastName: '仮名', firstName: '三郎', email: `reidai.kata${n}@gmail.com` },
    phone: mobile(n + 20),
    shipping: {
      ...address,
      lastName: '仮名',
      firstName: '三郎',
      address2: `${address.lastName}様方`,
      phone: mobile(n + 20),
    },
    items: [{ ...dear, quantity: 1 }],
    payment: {
      kind: 'card',
      capture: 'authorization',
      cvv: 'M',
      threeDS: 'none',
      last4: String(3300 + n),
    },
    clientIp: `198.51.100.${60 + n}`,
    shopifyRisk: 'LOW',
  };
}

function hotel(n: number): PlaceOrderInput {
  const { address } = person((n + 5) % crowd);
  return {
    ...careOf(n),
    customer: { lastName: '旅人', firstName: '四郎', email: `reidai.tabi${n}@example.com` },
    shipping: {
      ...address,
      lastName: '旅人',
      firstName: '四郎',
      address2: 'ホテルれいだい 1203号室',
      phone: mobile(n + 30),
    },
  };
}

/** Suspicious, and the money has been taken: cancelling means a refund. */
function capturedSuspicious(n: number): PlaceOrderInput {
  const thief = cardThief(n + 30);
  return {
    ...thief,
    customer: { lastName: '架空', firstName: '五郎', email: `reidai-k${n}z@mailinator.com` },
    items: [{ ...dear, quantity: 2 }],
    payment: { kind: 'card', capture: 'sale', cvv: 'N', name: 'A SMITH', bin: '400001' },
    clientIp: '203.0.113.21',
  };
}

/** Suspicious, and on delivery: no money to return. */
function codSuspicious(n: number): PlaceOrderInput {
  return { ...codPrank(n + 20), clientIp: '198.51.100.33', note: '早く送ってください' };
}

/** How the known room is written the next time, and the time after. */
const spellings = [
  { address1: '池尻九十九丁目８番３号', address2: '例示ﾚｼﾞﾃﾞﾝｽ　３０５号室' },
  { address1: '池尻９９ー８ー３', address2: '例示レジデンス #305' },
  { address1: '池尻99丁目8-3 例示レジデンス 305', address2: null },
] as const;

/** Nothing is wrong with it but the room, which is known: another name, and the address in other words. */
function otherSpelling(n: number): PlaceOrderInput {
  const phone = `03-1234-${String(5900 + n).slice(-4)}`;
  const name = { lastName: '仮名', firstName: '七海' };
  return {
    customer: { ...name, email: `reidai.nanami${n}@example.com`, phone },
    phone,
    shipping: { ...fraudRoom, ...name, ...spellings[n % 3], phone },
    items: [{ title: '玉露 50g', price: 2160, quantity: 1 }],
    shippingFee: 660,
    payment: {
      kind: 'card',
      capture: 'sale',
      threeDS: 'authenticated',
      bin: '424260',
      last4: String(4700 + n).slice(-4),
    },
    clientIp: `192.0.2.${240 + (n % 10)}`,
    shopifyRisk: 'LOW',
  };
}
