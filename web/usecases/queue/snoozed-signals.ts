import type { Ruleset } from '../../risk/ruleset.ts';
import { keysOfKind } from '../judging/order-keys.ts';
import type { OrderKey, Tables } from '../ports/storage-port.ts';

/** By what a buyer is known again: not by a place, which a whole house shares. */
export const buyerOf = (keys: readonly OrderKey[]): OrderKey[] => [
  ...new Set(keysOfKind(keys, ['customer', 'email', 'phone'])),
];

/** Signals that staff told the app not to judge for this buyer. @param now epoch milliseconds */
export async function snoozedSignals(
  tables: Tables,
  shop: string,
  keys: readonly OrderKey[],
  now: number,
): Promise<ReadonlySet<string>> {
  const standing = await tables.snoozes.active(shop, buyerOf(keys), now);
  return new Set(standing.map(({ signal }) => signal));
}

/** The same rules, with these signals off. */
export const withoutSnoozed = (ruleset: Ruleset, snoozed: ReadonlySet<string>): Ruleset =>
  snoozed.size === 0
    ? ruleset
    : {
        ...ruleset,
        rules: ruleset.rules.map((rule) =>
          snoozed.has(rule.signal.id) ? { ...rule, on: false } : rule,
        ),
      };
