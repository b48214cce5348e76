import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { configKeys, longestMetafield } from '../../web/contract/checkout-config.ts';
import { hashOf, readHashKey } from '../../web/japan/key-hash.ts';
import { countHashes } from '../../web/japan/key-set.ts';
import { listsHolding, readLists } from '../../web/japan/listed-buyer.ts';
import { keysOfEntry } from '../../web/risk/list-keys.ts';
import { checkoutFaults } from '../../web/usecases/checkout/checkout-faults.ts';
import {
  type CompiledMetafields,
  compileCheckout,
} from '../../web/usecases/checkout/compile-checkout.ts';
import {
  entriesToCompile,
  keysAtCheckout,
} from '../../web/usecases/checkout/compile-checkout-lists.ts';
import { hashKey, rule, settingsWith } from '../extensions/support/inputs.ts';
import { manyEntries } from '../extensions/support/largest.ts';
import { keyedEntry } from '../support/list-entries.ts';

const kinds = ['fraud', 'cod', 'watch'] as const;
const settings = settingsWith({
  rules: [rule({ conditions: [{ kind: 'listed', kinds: [...kinds] }] })],
});
const listsOf = ({ rules, shard }: CompiledMetafields) =>
  readLists(JSON.parse(rules ?? '{}').listed, shard ? JSON.parse(shard) : null, 1);
const caughtBy = (guards: readonly CompiledMetafields[], keys: readonly string[]) =>
  guards.flatMap((guard) => {
    const lists = listsOf(guard);
    return lists ? listsHolding(lists, keys) : [];
  });

describe('any list', () => {
  it('compiles within the limits, and every key of every active entry is caught', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4000 }),
        fc.integer({ min: 1, max: 3 }),
        (count, most) => {
          const entries = manyEntries(count);
          const made = compileCheckout({ settings, entries, key: hashKey, customizations: most });
          expect(made.payment.length).toBeLessThanOrEqual(most);
          for (const text of made.payment.flatMap((guard) => Object.values(guard))) {
            expect(Buffer.byteLength(text)).toBeLessThanOrEqual(longestMetafield);
          }
          const meter = made.meters.payment;
          const active = entriesToCompile(entries, kinds).slice(0, meter.entriesActive);
          for (const entry of active.filter((_, at) => at % 97 === 0 || at === active.length - 1)) {
            for (const key of keysAtCheckout(entry)) {
              expect(caughtBy(made.payment, [key])).toContain(entry.kind);
            }
          }
          expect(meter.entriesTotal).toBe(count);
          expect(meter.hashesActive === meter.hashesTotal).toBe(meter.entriesActive === count);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('is cut where it is full, the most harmful and most recent kept', () => {
    const made = compileCheckout({
      settings,
      entries: manyEntries(3000),
      key: hashKey,
      customizations: 1,
    });
    const { entriesActive, hashesActive, capacity, people } = made.meters.payment;
    expect(entriesActive).toBeLessThan(1100);
    expect(hashesActive).toBeGreaterThan(3000);
    expect(hashesActive).toBeLessThanOrEqual(capacity + 150);
    expect(people).toBe(entriesActive);
    expect(caughtBy(made.payment, ['email:reidai2997@example.com'])).toEqual(['fraud']);
    expect(caughtBy(made.payment, ['email:reidai2@example.com'])).toEqual([]);
    expect(made.payment).toHaveLength(1);
  });
});

it('a stranger is caught less often than once in a million', () => {
  const made = compileCheckout({ settings, entries: manyEntries(12_000), key: hashKey });
  const held = made.payment.flatMap((guard) =>
    (listsOf(guard)?.sets ?? []).flatMap((set) =>
      Object.values(set).map((packed) => countHashes(`${packed}`)),
    ),
  );
  const hashes = held.reduce((sum, count) => sum + count, 0);
  expect(hashes).toBeGreaterThan(25_000);
  // An e-mail, two phones and two rooms against all hashes of 42 bits.
  expect((hashes * 5) / 2 ** 42).toBeLessThan(1e-6);
  const first = made.payment.slice(0, 1);
  for (let n = 0; n < 20_000; n += 1) {
    expect(caughtBy(first, [`email:stranger${n}@example.org`])).toEqual([]);
  }
});

it('the checkout spells keys as the lists do', () => {
  const { entry } = keyedEntry('1');
  const strong = keysOfEntry(entry.identity).filter((key) => /^(email|phone|room):/.test(key));
  expect(keysAtCheckout(entry).toSorted()).toEqual(strong.toSorted());
});

it('holds hashes, never the keys', () => {
  const { entry } = keyedEntry('1');
  const text = JSON.stringify(
    compileCheckout({ settings, entries: [entry], key: hashKey }).payment,
  );
  expect(text).not.toMatch(/itazura|1234|神宮前/);
  const key = readHashKey(hashKey);
  expect(text).toContain(key ? hashOf(key, keysAtCheckout(entry)[0] ?? '').slice(1) : '-');
});

it('canaries act and are not counted', () => {
  const { entry } = keyedEntry('canary');
  const made = compileCheckout({ settings, entries: [], canaries: [entry], key: hashKey });
  expect(caughtBy(made.payment, keysAtCheckout(entry))).toEqual(['fraud']);
  expect(made.meters.payment.entriesActive).toBe(0);
});

it('nothing to do makes nothing; blocked COD makes one rule for everybody', () => {
  const none = compileCheckout({ settings: settingsWith({}), entries: [], key: hashKey });
  expect([none.payment, none.validation]).toEqual([[], []]);
  const base = settingsWith({});
  const blocked = { ...base, cod: { ...base.cod, blocked: true } };
  const [guard] = compileCheckout({ settings: blocked, entries: [], key: hashKey }).payment;
  expect(JSON.parse(guard?.[configKeys.rules] ?? '{}').rules).toEqual([
    { hide: ['cod'], any: false, conditions: [{ if: 'always' }] },
  ]);
});

describe('what cannot act is refused', () => {
  it('with tags that differ between rules', () => {
    const tagged = (id: string, tags: string[]) =>
      rule({ id, conditions: [{ kind: 'product-tag', tags }] });
    const faults = (other: string[]) =>
      checkoutFaults(settingsWith({ rules: [tagged('a', ['x', 'y']), tagged('b', other)] }));
    expect(faults(['Y', 'x'])).toEqual({});
    expect(faults(['z'])).toEqual({ 'checkout.rules.1.conditions': 'tags_differ' });
  });

  it('with more words for places than fit, where a rule asks for them', () => {
    const base = settingsWith({
      rules: [rule({ conditions: [{ kind: 'place', words: ['hotel'] }] })],
    });
    const hotels = Array.from({ length: 60 }, (_, n) => `例示ホテル${n}`);
    const words = { ...base.judgement.words, hotels };
    const full = { ...base, judgement: { ...base.judgement, words } };
    expect(checkoutFaults(base)).toEqual({});
    expect(checkoutFaults(full)).toEqual({ 'checkout.rules': 'checkout_too_large' });
    expect(checkoutFaults({ ...full, checkout: { ...full.checkout, rules: [] } })).toEqual({});
  });
});
