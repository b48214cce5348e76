import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { signalsDocument } from '../../scripts/signals-doc.ts';
import { presets } from '../../web/risk/presets.ts';
import { placeholdersOf, registryOf } from '../../web/risk/registry.ts';
import type { Signal, SignalText } from '../../web/risk/signal.ts';
import { signals } from '../../web/risk/signals/index.ts';

const [some] = signals;
if (!some) throw new Error('the registry is empty');
const withText = (text: Partial<SignalText>): Signal => ({
  ...some,
  text: { ...some.text, ja: { ...some.text.ja, ...text } },
});

describe('the registry', () => {
  test('holds every signal once, under a kebab-case id', () => {
    const ids = signals.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  test.each([
    ['an id that is there twice', () => registryOf([some, some]), 'is there twice'],
    ['an id in capitals', () => registryOf([{ ...some, id: 'Blocklist' }]), 'kebab-case'],
    ['a missing text', () => registryOf([withText({ caution: ' ' })]), 'lacks its caution'],
    [
      'a fact named in one language only',
      () => registryOf([withText({ reason: '{x}' })]),
      'other facts',
    ],
    ['no points', () => registryOf([{ ...some, points: 0 }]), 'has no points'],
    ['no check item', () => registryOf([{ ...some, checkItem: '' }]), 'no check item'],
  ])('refuses %s', (_says, build, reason) => {
    expect(build).toThrow(reason);
  });

  test('names a signal as a clerk would, in a few words and without ids', () => {
    for (const { id, text } of signals) {
      expect(text.ja.name.length, id).toBeLessThanOrEqual(16);
      expect(text.ja.reason, id).not.toMatch(/不審|詐欺|犯人/);
      expect(text.ja.name, id).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    }
  });

  test('reads placeholders with and without a kind', () => {
    expect(placeholdersOf('{b:word} und {a}')).toEqual(['a', 'b']);
  });
});

test('presets change only signals that exist', () => {
  const known = new Set(signals.map(({ id }) => id));
  const changed = Object.values(presets).flatMap(({ signals: own }) => Object.keys(own));
  expect(changed.filter((id) => !known.has(id))).toEqual([]);
});

test('docs/signals.md is what npm run docs writes', () => {
  const written = readFileSync(new URL('../../docs/signals.md', import.meta.url), 'utf8');
  expect(written).toBe(signalsDocument(signals));
});
