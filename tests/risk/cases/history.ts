import type { Case, Cases } from '../support/case.ts';
import { earlier, elsewhere, home } from '../support/evidence.ts';

const recent = (...recentOrders: ReturnType<typeof earlier>[]) => ({ history: { recentOrders } });
const noMemory: Case = [
  'unknown',
  'earlier orders are not known',
  { history: { recentOrders: undefined } },
];
const here = (name: string, change: object = {}) => earlier({ name, shipping: home, ...change });
const sameIp = (name: string, change: object = {}) =>
  earlier({ name, ip: '192.0.2.10', ...change });
const mine = { email: 'reidai@example.jp' };
const house = { ...elsewhere, lastName: '例示', firstName: '花子' };
const there = (name: string) => earlier({ name, shipping: elsewhere });
const regular = { customerOrders: 6, goodOrders: 6, daysSinceFirst: 400 };
const dear = { total: 40_000 };
const ipv6 = (ip: string, name: string) => earlier({ name, ip, email: `${name}@example.jp` });

export const historyCases: Cases = {
  'first-order': [
    ['hit', 'no earlier order', { history: { customerOrders: 0 } }],
    ['no-hit', 'one, even if it ended badly', { history: { customerOrders: 1, goodOrders: 0 } }],
    ['unknown', 'not known', { history: { customerOrders: undefined } }],
    ['no-hit', 'many', { history: regular }],
  ],
  'repeat-good-customer': [
    [
      'hit',
      'two good orders in 60 days',
      { history: { ...regular, goodOrders: 2, daysSinceFirst: 60 } },
      { n: 2 },
    ],
    ['no-hit', 'one good order', { history: { ...regular, goodOrders: 1 } }],
    ['no-hit', 'too young', { history: { ...regular, daysSinceFirst: 59 } }],
    ['no-hit', 'a chargeback', { history: { ...regular, disputes: 1 } }],
    [
      'no-hit',
      'the account seems taken over',
      {
        order: { total: 78_000 },
        history: { ...regular, newShippingAddress: true, newIpCountry: true },
      },
    ],
    ['unknown', 'not known', { history: { goodOrders: undefined, daysSinceFirst: 100 } }],
  ],
  'account-takeover-pattern': [
    [
      'hit',
      'new place, dear, new country',
      {
        order: { total: 78_000 },
        history: { ...regular, newShippingAddress: true, newIpCountry: true },
      },
    ],
    [
      'hit',
      'new place, dear, a member number',
      {
        order: { total: 78_000 },
        ship: { address2: 'TS041234' },
        history: { ...regular, newShippingAddress: true },
      },
    ],
    [
      'no-hit',
      'an ordinary amount',
      { history: { ...regular, newShippingAddress: true, newIpCountry: true } },
    ],
    [
      'no-hit',
      'a new customer',
      {
        order: { total: 78_000 },
        history: { customerOrders: 1, newShippingAddress: true, newIpCountry: true },
      },
    ],
    [
      'unknown',
      'whether the place is new is not known',
      {
        order: { total: 78_000 },
        history: { ...regular, newShippingAddress: undefined, newIpCountry: true },
      },
    ],
  ],
  'velocity-address-many-names': [
    ['hit', 'three names', recent(here('見本 次郎'), here('架空 三郎')), { n: 3 }],
    ['no-hit', 'two names', recent(here('見本 次郎'), here('見本次郎'))],
    [
      'no-hit',
      'other rooms',
      recent(
        here('見本 次郎', { shipping: { ...home, address2: '202' } }),
        here('架空 三郎', { shipping: { ...home, address2: '303' } }),
      ),
    ],
    [
      'no-hit',
      'over a week ago',
      recent(here('見本 次郎', { hoursAgo: 169 }), here('架空 三郎', { hoursAgo: 169 })),
    ],
    [
      'no-hit',
      'one family in a house',
      { ship: house, bill: house, ...recent(there('例示 一郎'), there('例示 二郎')) },
    ],
    [
      'hit',
      'three families in a house',
      { ship: house, bill: house, ...recent(there('見本 一郎'), there('架空 二郎')) },
      { n: 3 },
    ],
    ['unknown', 'no house number', { ship: { address1: '神宮前', address2: '' } }],
    noMemory,
  ],
  'velocity-person-high-value': [
    [
      'hit',
      'a second dear order by e-mail',
      { order: dear, ...recent(earlier({ ...mine, total: 40_000 })) },
      { n: 2 },
    ],
    [
      'hit',
      'by name and place',
      { order: dear, ...recent(here('例示 花子', { total: 40_000 })) },
      { n: 2 },
    ],
    [
      'no-hit',
      'the earlier one was cheap',
      { order: dear, ...recent(earlier({ ...mine, total: 5000 })) },
    ],
    ['no-hit', 'this one is cheap', recent(earlier({ ...mine, total: 40_000 }))],
    ['no-hit', 'somebody else’s', { order: dear, ...recent(earlier({ total: 40_000 })) }],
    ['unknown', 'the shop is too new', { order: dear, shop: { n: 5 } }],
    [
      'unknown',
      'earlier orders are not known',
      { order: dear, history: { recentOrders: undefined } },
    ],
  ],
  'velocity-ip': [
    ['hit', 'three buyers', recent(sameIp('見本 次郎'), sameIp('架空 三郎')), { n: 3 }],
    ['no-hit', 'two buyers', recent(sameIp('見本 次郎'), sameIp('見本 次郎'))],
    [
      'no-hit',
      'yesterday',
      recent(sameIp('見本 次郎', { hoursAgo: 25 }), sameIp('架空 三郎', { hoursAgo: 25 })),
    ],
    [
      'hit',
      'one IPv6 household',
      {
        order: { clientIp: '2001:db8:1:2::9' },
        ...recent(ipv6('2001:db8:1:2:a::1', '見本'), ipv6('2001:0db8:0001:0002::3', '架空')),
      },
      { n: 3 },
    ],
    [
      'no-hit',
      'another IPv6 household',
      {
        order: { clientIp: '2001:db8:1:2::9' },
        ...recent(ipv6('2001:db8:1:3::1', '見本'), ipv6('2001:db8:1:4::1', '架空')),
      },
    ],
    ['unknown', 'no IP address', { order: { clientIp: null } }],
    noMemory,
  ],
  'velocity-card': [
    ['hit', 'two e-mails', recent(earlier({ card: { bin: '424242', last4: '4242' } })), { n: 2 }],
    [
      'no-hit',
      'the same e-mail',
      recent(earlier({ ...mine, card: { bin: '424242', last4: '4242' } })),
    ],
    [
      'no-hit',
      'another expiry is another card',
      recent(earlier({ card: { bin: '424242', last4: '4242', expiry: '01/29' } })),
    ],
    ['no-hit', 'paid without a card', { card: null }],
    ['unknown', 'the card’s digits are not known', { card: { bin: null } }],
    noMemory,
  ],
  'velocity-contact-reuse': [
    ['hit', 'one e-mail, two names', recent(earlier(mine)), { n: 2 }],
    ['hit', 'one phone, two names', recent(earlier({ phone: '+81312345601' })), { n: 2 }],
    ['no-hit', 'the same name', recent(earlier({ ...mine, name: '例示花子' }))],
    ['no-hit', 'an order without a name', recent(earlier({ ...mine, name: '', shipping: null }))],
    ['unknown', 'neither e-mail nor phone', { order: { email: null, phone: null } }],
    ['unknown', 'no name', { ship: { lastName: '', firstName: '' } }],
    noMemory,
  ],
};
