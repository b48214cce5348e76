import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ListIdentity } from '../../web/risk/list-entry.ts';
import { fingerprintOf, hasKeys, keysOfEntry, keysToFind } from '../../web/risk/list-keys.ts';
import { gradeOf, matchTraits } from '../../web/risk/list-match.ts';
import { traitsOfEntry, traitsOfOrder } from '../../web/risk/list-traits.ts';
import type { AddressFacts, OrderFacts } from '../../web/risk/order-facts.ts';
import { evidenceWith, home, usualShop } from './support/evidence.ts';

const nobody: ListIdentity = {
  ...{ emails: [], phones: [], name: null, reading: null },
  ...{ address: null, ip: null, card: null },
};
const everything: ListIdentity = {
  ...{
    emails: ['Rei.Dai+9@gmail.com'],
    phones: ['090-1234-5601'],
    name: '例示 花子',
    reading: null,
  },
  ...{ address: home, ip: '192.0.2.10', card: { bin: '424242', last4: '4242', expiry: '12/30' } },
};

/** Few values, so that random pairs agree in some of them and nearly agree in others. */
const emails = [
  'reidai1@example.jp',
  'rei.dai2@example.jp',
  'mihon@example.jp',
  'x@example.jp',
  '',
];
const phones = ['090-1234-5601', '090-1234-5602', '090-9234-5601', '03-1234-5601', '12', ''];
const names: [string, string][] = [
  ['例示', '花子'],
  ['見本', '次郎'],
  ['', ''],
];
const ips = ['192.0.2.10', '192.0.2.11', '2001:db8::1', '2001:db8::2', null];
const address1 = ['神宮前99-1-2', '神宮前九十九丁目1番2号', '神宮前99-2-1', '神宮前'];
const address2 = ['例示ハイツ101', '101号室', '例示ハイツ202', '見本コーポ101', ''];
const cards = [null, { bin: '424242', last4: '4242', expiry: '12/30' }];

const address = fc.record({
  name: fc.constantFrom(...names),
  address1: fc.constantFrom(...address1),
  address2: fc.constantFrom(...address2),
  phone: fc.constantFrom(...phones),
});
const person = fc.record({
  email: fc.constantFrom(...emails),
  phone: fc.constantFrom(...phones),
  ip: fc.constantFrom(...ips),
  card: fc.constantFrom(...cards),
  address: fc.option(address, { freq: 6 }),
});
type Person = typeof person extends fc.Arbitrary<infer T> ? T : never;

const lines = (place: Person['address']): AddressFacts | null => {
  if (!place) return null;
  const { name, ...rest } = place;
  return { ...home, ...rest, lastName: name[0], firstName: name[1] };
};
const entryOf = ({ email, phone, ip, card, address: place }: Person): ListIdentity => ({
  ...nobody,
  ...{ emails: [email], phones: [phone], ip, card, address: lines(place) },
});
const orderOf = ({ email, phone, ip, card, address: place }: Person): OrderFacts => ({
  ...{ id: 'Q1', createdAt: '2026-11-20T10:00:00+09:00', email, phone, clientIp: ip },
  ...{ card, shipping: lines(place), billing: lines(place) },
});

describe('an order finds', () => {
  test('every entry that the comparison grades, by at least one key', () => {
    const seen: Record<string, number> = {};
    fc.assert(
      fc.property(person, person, (buyer, remembered) => {
        const evidence = evidenceWith({ order: orderOf(buyer) });
        const entry = entryOf(remembered);
        const match = matchTraits(traitsOfOrder(evidence), traitsOfEntry(entry));
        const grade = gradeOf(match);
        seen[grade] = (seen[grade] ?? 0) + 1;
        if (grade === 'none') return;
        const wanted = keysToFind(evidence);
        const prefixes =
          grade === 'exact'
            ? /^(?:email|phone|room|card):/
            : grade === 'similar'
              ? /^(?:base|stem|half):/
              : /^/;
        const shared = keysOfEntry(entry).filter((key) => wanted.includes(key));
        expect(shared.filter((key) => prefixes.test(key)).length).toBeGreaterThan(0);
      }),
      { numRuns: 6000 },
    );
    for (const grade of ['exact', 'similar', 'shown', 'none'])
      expect(seen[grade]).toBeGreaterThan(50);
  });

  test('strong keys first and what a crowd shares last', () => {
    const kinds = keysToFind({ order: orderWith(), shop: usualShop }).map(
      (key) => key.split(':')[0],
    );
    expect(kinds.slice(0, 4)).toEqual(['email', 'phone', 'room', 'card']);
    expect(kinds.slice(-2)).toEqual(['name', 'ip']);
  });
});

const orderWith = () => evidenceWith().order;

describe('keys of an entry', () => {
  test('are twelve where everything is known of one person', () => {
    const kinds = keysOfEntry(everything).map((key) => key.split(':')[0]);
    expect(kinds).toEqual([
      ...['email', 'phone', 'room', 'card', 'base', 'stem'],
      ...['half', 'half', 'half', 'half', 'name', 'ip'],
    ]);
  });

  test.each<[boolean, string, Partial<ListIdentity>]>([
    [false, 'nothing', {}],
    [
      false,
      'a town without a house number',
      { address: { ...home, address1: '神宮前', lastName: '', firstName: '' } },
    ],
    [false, 'what is no e-mail and no phone', { emails: ['-'], phones: ['12'] }],
    [true, 'a name alone, which is only ever shown', { name: '例示 花子' }],
    [
      true,
      'an address abroad',
      { address: { ...home, countryCode: 'US', address1: '99 Example St' } },
    ],
  ])('exist (%s) for %s', (expected, _says, identity) => {
    expect(hasKeys({ ...nobody, ...identity })).toBe(expected);
  });

  test('of an address abroad are one for one spelling of capitals and marks', () => {
    const at = (address1: string) =>
      keysOfEntry({ ...nobody, address: { countryCode: 'us', zip: '97201', address1 } });
    expect(at('99 Example St., #4')).toEqual(at('99 EXAMPLE ST #4'));
    expect(at('99 Example St #5')).not.toEqual(at('99 Example St #4'));
  });
});

describe('a fingerprint', () => {
  test('is one for every spelling of an entry', () => {
    const again: ListIdentity = {
      ...everything,
      emails: ['reidai@googlemail.com', 'rei.dai@gmail.com'],
      phones: ['+81 90 1234 5601'],
      name: '例示花子 様',
      address: { ...home, address1: '渋谷区神宮前九十九丁目１番２号', address2: '#101' },
      card: { bin: '42424299', last4: '4242', expiry: '2030-12' },
    };
    expect(fingerprintOf('fraud', again)).toBe(fingerprintOf('fraud', everything));
  });

  test.each<[string, Partial<ListIdentity>]>([
    ['another room', { address: { ...home, address2: '例示ハイツ102' } }],
    ['another name at the same phone', { name: '例示 太郎' }],
    ['another month of the card', { card: { bin: '424242', last4: '4242', expiry: '11/30' } }],
  ])('differs with %s', (_says, change) => {
    expect(fingerprintOf('fraud', { ...everything, ...change })).not.toBe(
      fingerprintOf('fraud', everything),
    );
  });

  test('differs with the kind', () => {
    expect(fingerprintOf('cod', everything)).not.toBe(fingerprintOf('fraud', everything));
  });
});
