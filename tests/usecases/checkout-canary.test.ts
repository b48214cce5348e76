import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CheckoutCondition } from '../../web/contract/checkout-settings.ts';
import type { Settings } from '../../web/contract/settings.ts';
import { builtFunctions } from '../../web/functions/built-functions.ts';
import { missedCanaries } from '../../web/usecases/checkout/checkout-canary.ts';
import { canaryEmail, canaryEntries } from '../../web/usecases/checkout/checkout-probes.ts';
import {
  type CompiledMetafields,
  compileCheckout,
} from '../../web/usecases/checkout/compile-checkout.ts';
import type { StandingGuard } from '../../web/usecases/ports/checkout-port.ts';
import { hashKey, rule, settingsWith, validationWith } from '../extensions/support/inputs.ts';
import { manyEntries } from '../extensions/support/largest.ts';

const kinds = ['fraud', 'cod', 'watch'] as const;
const functions = builtFunctions(path.join(import.meta.dirname, '../../extensions'));

const standingOf = (guards: readonly CompiledMetafields[]): StandingGuard[] =>
  guards.map((fields, at) => ({
    ...{ id: `gid://${at}`, title: `${at + 1}`, enabled: true },
    ...{ blockOnFailure: false, failingSince: null },
    metafields: Object.entries(fields).map(([key, value]) => ({ key, value })),
  }));

const compiled = (settings: Settings, count = 0) =>
  compileCheckout({
    ...{ settings, entries: manyEntries(count), key: hashKey },
    ...{ canaries: canaryEntries(kinds), canaryEmail },
  });

const payments = (settings: Settings, standing: readonly StandingGuard[]) =>
  missedCanaries({ functions }, settings, 'payment', standing);

/** What Shopify has, with one metafield otherwise. */
const changed = (
  standing: readonly StandingGuard[],
  at: number,
  key: string,
  to: (value: string) => string,
) =>
  standing.map((guard, index) => ({
    ...guard,
    metafields: guard.metafields.map((field) =>
      index === at && field.key === key ? { key, value: to(field.value) } : field,
    ),
  }));

describe('the daily check plays a buyer for', () => {
  const all: CheckoutCondition[] = [
    { kind: 'always' },
    { kind: 'listed', kinds: ['watch'] },
    { kind: 'amount', over: 100, under: 200 },
    { kind: 'first-order', unknown: 'no-match' },
    { kind: 'quantity', over: 3 },
    { kind: 'prefecture', codes: ['JP-47'] },
    { kind: 'islands' },
    { kind: 'place', words: ['forwarder'] },
    { kind: 'place', words: ['depot', 'hotel'] },
    { kind: 'place', words: ['hotel'] },
    { kind: 'company' },
    { kind: 'product-tag', tags: ['x'] },
    { kind: 'customer-tag', tags: ['x'] },
  ];

  it.each(all)('a rule of %o, and misses it where the rule does not stand', async (condition) => {
    const settings = settingsWith({ rules: [rule({ conditions: [condition] })] });
    const other = settingsWith({
      rules: [rule({ conditions: [{ kind: 'amount', over: 99_999_999, under: null }] })],
    });
    expect(await payments(settings, standingOf(compiled(settings).payment))).toEqual([]);
    expect(await payments(settings, standingOf(compiled(other).payment))).toEqual([
      { guard: 'payment', what: 'canary-missed', detail: 'rule' },
    ]);
  });

  it('all conditions together, and any of them', async () => {
    for (const match of ['all', 'any'] as const) {
      const conditions = all.filter((each) => each.kind !== 'place' || each.words[0] === 'hotel');
      const settings = settingsWith({ rules: [rule({ match, conditions })] });
      expect(await payments(settings, standingOf(compiled(settings).payment))).toEqual([]);
    }
  });
});

describe('each further metafield', () => {
  const listed = settingsWith({
    rules: [
      rule({ conditions: [{ kind: 'islands' }, { kind: 'listed', kinds: [...kinds] }] }),
      rule({ id: 'big', conditions: [{ kind: 'amount', over: 9_000, under: null }] }),
    ],
  });
  const standing = standingOf(compiled(listed, 3000).payment);

  it('has a buyer of its own, whom it knows', async () => {
    expect(standing.length).toBeGreaterThan(2);
    expect(await payments(listed, standing)).toEqual([]);
  });

  it('is told where it is not read, though the first one is', async () => {
    const older = (value: string) => value.replace('"v":1', '"v":2');
    const missed = (detail: string) => [{ guard: 'payment', what: 'canary-missed', detail }];
    expect(await payments(listed, changed(standing, 0, 'shard', older))).toEqual(
      missed('1: shard'),
    );
    expect(await payments(listed, changed(standing, 1, 'shard', older))).toEqual(
      missed('2: shard'),
    );
    expect(
      await payments(
        listed,
        changed(standing, 1, 'shard', () => '{'),
      ),
    ).toEqual(missed('2: shard'));
    expect(await payments(listed, changed(standing, 1, 'rules', older))).toEqual([
      ...missed('2: rules'),
      ...missed('2: shard'),
    ]);
  });

  it('is none where no list is asked, or nobody is listed', async () => {
    const always = settingsWith({ rules: [rule({})] });
    expect(await payments(always, standingOf(compiled(always).payment))).toEqual([]);
    expect(await payments(listed, standingOf(compiled(listed).payment))).toEqual([]);
  });

  it('of a validation is checked alike', async () => {
    const settings = validationWith({ blockedBuyers: true });
    const guards = standingOf(compiled(settings, 9000).validation);
    expect(guards.length).toBeGreaterThan(1);
    const check = (all: readonly StandingGuard[]) =>
      missedCanaries({ functions }, settings, 'validation', all);
    expect(await check(guards)).toEqual([]);
    expect(await check(changed(guards, 1, 'shard', () => '[]'))).toEqual([
      { guard: 'validation', what: 'canary-missed', detail: '2: shard' },
    ]);
  });
});
