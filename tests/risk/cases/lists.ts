import type { Cases } from '../support/case.ts';
import { cod, elsewhere, home } from '../support/evidence.ts';

const listed = (...blocklist: object[]) => ({ history: { blocklist } });
const mine = 'reidai@example.jp';
const past = '2026-11-19T00:00:00+09:00';

export const listCases: Cases = {
  'blocklist-exact': [
    [
      'hit',
      'same e-mail with an alias',
      listed({ email: 'REIDAI+x@example.jp' }),
      { fields: 'email' },
    ],
    [
      'hit',
      'same phone in another spelling',
      listed({ phone: '+81 3 1234 5601' }),
      { fields: 'phone' },
    ],
    [
      'hit',
      'same place written with kanji numerals',
      listed({
        shipping: { ...home, address1: '神宮前九十九丁目一番二号', address2: '１０１号室' },
      }),
      { fields: 'address' },
    ],
    [
      'hit',
      'same card, expiry unknown on the list',
      listed({ card: { bin: '424242', last4: '4242' } }),
      { fields: 'card' },
    ],
    [
      'no-hit',
      'same card number but another expiry',
      listed({ card: { bin: '424242', last4: '4242', expiry: '01/29' } }),
    ],
    [
      'no-hit',
      'name and IP together are only a remark',
      listed({ name: '例示 花子', ip: '192.0.2.10' }),
    ],
    [
      'no-hit',
      'another room of the building',
      listed({ shipping: { ...home, address2: '例示ハイツ202' } }),
    ],
    [
      'no-hit',
      'another named building on the same ground',
      listed({ shipping: { ...home, address2: '見本コーポ101' } }),
    ],
    ['no-hit', 'a switched-off row', listed({ email: 'reidai@example.jp', active: false })],
    ['no-hit', 'an expired row', listed({ email: 'reidai@example.jp', expiresAt: past })],
    [
      'no-hit',
      'a row for COD does not touch a card order',
      listed({ email: 'reidai@example.jp', reason: 'cod' }),
    ],
    [
      'hit',
      'a row for COD on a COD order',
      { order: cod, ...listed({ email: 'reidai@example.jp', reason: 'cod' }) },
    ],
    ['no-hit', 'an empty row agrees with nobody', listed({ email: '', phone: null, name: '' })],
    [
      'no-hit',
      'entries of other kinds are no past fraud',
      listed(...['watch', 'allowed', 'protected'].map((kind) => ({ kind, email: mine }))),
    ],
    [
      'hit',
      'an entry with several phones and a kind',
      listed({ kind: 'fraud', phones: ['090-1234-5601', '03-1234-5601'] }),
      { fields: 'phone' },
    ],
    ['unknown', 'the list was not asked', { history: { blocklist: undefined } }],
    [
      'unknown',
      'nothing of the order can be compared',
      {
        order: { email: null, phone: null },
        ship: null,
        card: null,
        ...listed({ email: 'a@example.jp' }),
      },
    ],
  ],
  'blocklist-similar': [
    [
      'hit',
      'another room and the same name',
      listed({ name: '例示花子', shipping: { ...home, address2: '例示ハイツ202' } }),
      { fields: 'address,name' },
    ],
    [
      'hit',
      'same stem of the e-mail and a phone one digit off',
      listed({ email: 'rei.dai2@example.jp', phone: '03-1234-5602' }),
      { fields: 'email,phone' },
    ],
    [
      'no-hit',
      'the same building alone',
      listed({ shipping: { ...home, lastName: '見本', address2: '例示ハイツ202' } }),
    ],
    ['no-hit', 'name and IP', listed({ name: '例示 花子', ip: '192.0.2.10' })],
    [
      'no-hit',
      'an exact match is left to the other signal',
      listed({ email: 'reidai@example.jp', name: '例示花子' }),
    ],
    [
      'no-hit',
      'neighbouring blocks are other places',
      listed({ name: '例示花子', shipping: { ...home, address1: '神宮前2-1-99' } }),
    ],
    ['unknown', 'the list was not asked', { history: { blocklist: undefined } }],
  ],
  'watch-list-match': [
    [
      'hit',
      'same phone as a candidate',
      listed({ kind: 'watch', phones: ['03-1234-5601'] }),
      { fields: 'phone' },
    ],
    [
      'hit',
      'a candidate in another room, of the same name',
      listed({ kind: 'watch', name: '例示花子', shipping: { ...home, address2: '202' } }),
      { fields: 'address,name' },
    ],
    ['no-hit', 'past fraud has its own signal', listed({ kind: 'fraud', email: mine })],
    ['no-hit', 'the name of a candidate alone', listed({ kind: 'watch', name: '例示花子' })],
    ['no-hit', 'an expired candidate', listed({ kind: 'watch', email: mine, expiresAt: past })],
    ['unknown', 'the list was not asked', { history: { blocklist: undefined } }],
  ],
  'protected-recipient': [
    [
      'hit',
      'the room of a victim in another spelling',
      listed({ kind: 'protected', shipping: { ...home, address2: '＃１０１' } }),
      { fields: 'address' },
    ],
    ['hit', 'the phone of a victim', listed({ kind: 'protected', phones: ['0312345601'] })],
    [
      'hit',
      'nearly everything of a victim',
      listed({ kind: 'protected', phones: ['0312345602'], name: '例示 花子' }),
      { fields: 'phone,name' },
    ],
    [
      'no-hit',
      'a neighbour of the victim',
      listed({ kind: 'protected', shipping: { ...home, lastName: '見本', address2: '202' } }),
    ],
    ['no-hit', 'somebody of the same name', listed({ kind: 'protected', name: '例示花子' })],
    ['unknown', 'the list was not asked', { history: { blocklist: undefined } }],
  ],
  'allowed-list-match': [
    [
      'hit',
      'one of several e-mails of somebody trusted',
      listed({ kind: 'allowed', emails: ['x@example.jp', mine] }),
      { fields: 'email' },
    ],
    [
      'hit',
      'past fraud in the very key that is trusted: a shared room',
      listed({ kind: 'allowed', email: mine, shipping: home }, { shipping: home }),
      { fields: 'email,address' },
    ],
    [
      'no-hit',
      'past fraud in another key',
      listed({ kind: 'allowed', email: mine }, { kind: 'fraud', shipping: home }),
    ],
    [
      'no-hit',
      'past fraud in another phone of the order',
      {
        order: { phone: '03-1234-5601' },
        ship: { phone: '090-1234-5602' },
        ...listed({ kind: 'allowed', phone: '0312345601' }, { phone: '09012345602' }),
      },
    ],
    [
      'hit',
      'a refused parcel says nothing about a card order',
      listed({ kind: 'allowed', email: mine }, { kind: 'cod', shipping: home }),
    ],
    [
      'no-hit',
      'a trusted neighbour',
      listed({ kind: 'allowed', name: '例示花子', shipping: { ...home, address2: '202' } }),
    ],
    ['no-hit', 'an expired trust', listed({ kind: 'allowed', email: mine, expiresAt: past })],
    ['unknown', 'the list was not asked', { history: { blocklist: undefined } }],
  ],
  'past-dispute': [
    ['hit', 'one chargeback', { history: { disputes: 1 } }, { n: 1 }],
    ['no-hit', 'none', { history: { disputes: 0 } }],
    ['unknown', 'nobody knows', { history: { disputes: undefined } }],
    [
      'hit',
      'several, on a COD order too',
      { order: cod, history: { disputes: 3 }, ship: elsewhere },
      { n: 3 },
    ],
  ],
};
