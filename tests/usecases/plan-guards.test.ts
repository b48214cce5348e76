import { describe, expect, it } from 'vitest';
import { digestOf, planGuards } from '../../web/usecases/checkout/plan-guards.ts';
import type { StandingGuard } from '../../web/usecases/ports/checkout-port.ts';

const wanted = (title: string, rules: string) => ({
  ...{ title, enabled: true },
  metafields: [{ key: 'rules', value: rules }],
});
const standing = (id: string, title: string, rules: string): StandingGuard => ({
  ...wanted(title, rules),
  ...{ id, blockOnFailure: false, failingSince: null },
});
const nothing = { remove: [], update: [], drop: [], create: [] };

describe('what is sent so that the checkout is as it is wanted', () => {
  it('is nothing where it is so, whatever the order of keys in which Shopify gives it back', () => {
    const plan = planGuards(
      [wanted('1', '{"v":1,"rules":[]}')],
      [standing('a', '1', '{ "rules": [], "v": 1 }')],
    );
    expect(plan).toEqual(nothing);
    expect(digestOf('{"a":[1,2]}')).not.toBe(digestOf('{"a":[2,1]}'));
  });

  it('updates what differs, makes what lacks and removes what is too many', () => {
    const one = wanted('1', '{"v":1}');
    const two = wanted('2', '{"v":2}');
    const stands = standing('a', '1', '{"v":0}');
    expect(planGuards([one, two], [stands])).toEqual({
      ...nothing,
      update: [{ id: 'a', wanted: one }],
      create: [two],
    });
    expect(planGuards([], [stands])).toEqual({ ...nothing, remove: [stands] });
  });

  it('drops a shard that nothing writes any more', () => {
    const stands = standing('a', '1', '{"v":1}');
    const more = { ...stands, metafields: [...stands.metafields, { key: 'shard', value: '{}' }] };
    expect(planGuards([wanted('1', '{"v":1}')], [more])).toEqual({
      ...nothing,
      drop: [{ id: 'a', keys: ['shard'] }],
    });
  });
});
