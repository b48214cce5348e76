import type { PlaceOrderInput } from '../../../web/standin/place-order.ts';

/** What a stranger can type at a checkout, each with a mark by which it is found again. */
export const hostileData = {
  lastName: '<script>window.struck=1</script>',
  firstName: '"><img src=x onerror="window.struck=2">',
  company: "=cmd|' /C calc'!A0",
  address1: "神宮前99-1-2'; drop table orders; --",
  address2: '{{constructor.constructor("window.struck=3")()}}{{回答リンク}}',
  city: '\u202e渋谷区\u202c',
  title: '＝HYPERLINK("https://evil.example","抹茶")</title><script>window.struck=4</script>',
  note: `+SUM(1)\r\nBcc: stranger@example.jp\r\n\r\n{"level":"fatal","msg":"forged"}\u2028\u0000${'長い'.repeat(2_400)}`,
  attribute: 'javascript:window.struck=5//<svg/onload=window.struck=6>',
  emoji: '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿',
} as const;

export const hostileOrder: PlaceOrderInput = {
  customer: {
    lastName: hostileData.lastName,
    firstName: hostileData.firstName,
    email: "struck'+{{x}}@example.jp",
    phone: '=090-1234-5678',
  },
  phone: '@SUM(1+1)',
  shipping: {
    lastName: hostileData.lastName,
    firstName: hostileData.firstName,
    company: hostileData.company,
    zip: '-1+1',
    provinceCode: 'JP-13',
    countryCode: 'JP',
    city: hostileData.city,
    address1: hostileData.address1,
    address2: hostileData.address2,
    phone: '<b>090</b>',
  },
  items: [
    { title: hostileData.title, price: 6500, quantity: 12 },
    { title: hostileData.emoji, price: 10, quantity: 1 },
    { title: 'あ'.repeat(10_000), price: 10, quantity: 1 },
  ],
  note: hostileData.note,
  attributes: [{ key: '__proto__', value: hostileData.attribute }],
  tags: ['<script>window.struck=7</script>', 'sekisho:approved'],
  payment: { kind: 'cod' },
  clientIp: "'; drop table orders; --",
};

/** Parts that would do something where they are taken for more than text. */
export const strikes =
  /struck=|onerror|onload|cmd\||drop table|HYPERLINK|stranger@|forged|evil\.example/;
