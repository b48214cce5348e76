import { describe, expect, it } from 'vitest';
import type { ListedKind } from '../../web/contract/checkout-words.ts';
import type { ListEntry } from '../../web/risk/list-entry.ts';
import { compileCheckout, compileSteps } from '../../web/usecases/checkout/compile-checkout.ts';
import { inSlices } from '../../web/usecases/checkout/in-slices.ts';
import { readCheckoutLists } from '../../web/usecases/checkout/read-checkout-lists.ts';
import { hashKey, rule, settingsWith, validationWith } from '../extensions/support/inputs.ts';
import { manyEntries } from '../extensions/support/largest.ts';

const kinds = ['fraud', 'cod', 'watch'] as const;
const settings = {
  ...validationWith({ blockedBuyers: true }),
  ...settingsWith({
    rules: [rule({ conditions: [{ kind: 'listed', kinds: [...kinds] }] })],
    validation: validationWith({ blockedBuyers: true }).checkout.validation,
  }),
};

/** Entries that count how often a checkout's keys are read of them. */
function counted(count: number) {
  let reads = 0;
  const entries = manyEntries(count).map((entry) => ({
    ...entry,
    get identity() {
      reads += 1;
      return entry.identity;
    },
  }));
  return { entries, reads: () => reads };
}

describe('compiling a long list', () => {
  it('gives the same with pauses as in one go', async () => {
    const given = { settings, entries: manyEntries(3000), key: hashKey };
    let pauses = 0;
    const sliced = await inSlices(compileSteps(given), async () => {
      pauses += 1;
    });
    expect(sliced).toEqual(compileCheckout(given));
    expect(pauses).toBeGreaterThan(30);
  });

  it('lets others work: no step hashes more than a hundred entries', () => {
    const { entries, reads } = counted(2500);
    const steps = compileSteps({ settings, entries, key: hashKey });
    let most = 0;
    for (let before = 0; ; before = reads()) {
      const isDone = steps.next().done;
      most = Math.max(most, reads() - before);
      if (isDone) break;
    }
    expect(most).toBe(100);
  });

  it('gives the event loop back', async () => {
    let turns = 0;
    const tick = () => {
      turns += 1;
      ticking = setImmediate(tick);
    };
    let ticking = setImmediate(tick);
    await inSlices(compileSteps({ settings, entries: manyEntries(1000), key: hashKey }));
    clearImmediate(ticking);
    expect(turns).toBeGreaterThanOrEqual(10);
  });

  it('hashes each entry once for both guards, and not again for the next compilation', () => {
    const { entries, reads } = counted(600);
    const known = new WeakMap();
    const made = compileCheckout({ settings, entries, key: hashKey, known });
    expect(made.meters.validation.entriesActive).toBe(200);
    expect(reads()).toBe(600);
    expect(compileCheckout({ settings, entries, key: hashKey, known })).toEqual(made);
    expect(reads()).toBe(600);
  });
});

describe('the lists of one use case', () => {
  const reading = (stored: readonly ListEntry[]) => {
    const asked: string[][] = [];
    const lists = {
      async forCheckout(_shop: string, wanted: readonly string[], _now: number, limit: number) {
        asked.push([...wanted]);
        return wanted
          .flatMap((kind) => stored.filter((entry) => entry.kind === kind))
          .slice(0, limit);
      },
    };
    const read = readCheckoutLists({ lists, now: () => 0 }, 'a.myshopify.com');
    const idsOf = async (wanted: readonly ListedKind[]) =>
      (await read.of(wanted)).map(({ id }) => id);
    return { asked, idsOf };
  };
  const idsOf = (entries: readonly ListEntry[], kind: ListedKind) =>
    entries.filter((entry) => entry.kind === kind).map(({ id }) => id);

  it('are read once, and a rule that asks fewer of them is told of these alone', async () => {
    const stored = manyEntries(30);
    const { asked, idsOf: read } = reading(stored);
    expect(await read(['watch', 'fraud'])).toEqual([
      ...idsOf(stored, 'fraud'),
      ...idsOf(stored, 'watch'),
    ]);
    expect(await read(['watch'])).toEqual(idsOf(stored, 'watch'));
    expect(await read([])).toEqual([]);
    expect(asked).toEqual([['fraud', 'watch']]);
    expect(await read(['cod'])).toEqual(idsOf(stored, 'cod'));
    expect(asked).toEqual([['fraud', 'watch'], ['cod']]);
  });

  it('are read anew where the first reading was cut', async () => {
    const stored = manyEntries(61_000);
    const { asked, idsOf: read } = reading(stored);
    expect(await read(kinds)).toHaveLength(20_000);
    expect(await read(['watch'])).toHaveLength(20_000);
    expect(asked).toEqual([[...kinds], ['watch']]);
    expect(await read(['watch'])).toHaveLength(20_000);
    expect(asked).toHaveLength(2);
  });
});
