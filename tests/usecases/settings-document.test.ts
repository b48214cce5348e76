import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../web/contract/default-settings.ts';
import type { Settings } from '../../web/contract/settings.ts';
import { checkSettings } from '../../web/usecases/settings/check-settings.ts';
import { rulesetOf } from '../../web/usecases/settings/ruleset-of.ts';
import { readSettings } from '../../web/usecases/settings/settings-document.ts';

const withJudgement = (change: Partial<Settings['judgement']>): Settings => ({
  ...defaultSettings,
  judgement: { ...defaultSettings.judgement, ...change },
});
const readBack = (document: unknown) => readSettings(JSON.stringify(document));

describe('a stored document', () => {
  it('is read as it was saved', () => {
    const saved = withJudgement({
      signals: { 'first-order': { on: false } },
      parameters: { 'high-value-order': { z: 2.5 } },
      words: { ...defaultSettings.judgement.words, hotels: ['例示イン'] },
    });
    expect(readBack(saved)).toEqual(saved);
  });

  it('of an older version keeps what it set and gets today’s defaults for the rest', () => {
    const {
      signals: _signals,
      parameters,
      words,
      binCountries,
      ...older
    } = defaultSettings.judgement;
    const old = {
      ...defaultSettings,
      mode: 'act',
      judgement: { ...older, cautionChecks: 3, signals: { 'first-order': { points: 9 } } },
      gone: true,
    };
    expect(readBack(old)).toEqual({
      ...withJudgement({ cautionChecks: 3, signals: { 'first-order': { points: 9 } } }),
      mode: 'act',
    });
    expect([parameters, words.hotels, binCountries]).toEqual([{}, [], []]);
  });

  it('loses signals and numbers that this version does not know, or that do not fit any more', () => {
    const stored = withJudgement({
      signals: { gone: { on: false }, 'first-order': { on: false } },
      parameters: {
        gone: { z: 1 },
        'velocity-ip': { hours: 9999, buyers: 4 },
        'first-order': { z: 3 },
      },
    });
    const read = readBack(stored);
    expect(read.judgement.signals).toEqual({ 'first-order': { on: false } });
    expect(read.judgement.parameters).toEqual({ 'velocity-ip': { buyers: 4 } });
    expect(checkSettings(read).ok).toBe(true);
  });

  it('is read and its rules are made once, and nobody changes it', () => {
    const text = JSON.stringify(withJudgement({ cautionChecks: 2 }));
    const read = readSettings(text);
    expect(readSettings(`${text}`)).toBe(read);
    expect(rulesetOf(readSettings(text))).toBe(rulesetOf(read));
    expect(() => {
      read.judgement.words.hotels.push('例示');
    }).toThrow(TypeError);
  });
});

describe('a document that shall be saved', () => {
  it('may set each number at its bounds', () => {
    const at = (z: number) =>
      checkSettings(withJudgement({ parameters: { 'high-value-order': { z } } }));
    expect([at(1.5).ok, at(8).ok]).toEqual([true, true]);
    expect(at(1.49)).toMatchObject({
      ok: false,
      fields: { 'judgement.parameters.high-value-order.z': 'too_small' },
    });
  });

  it('names every signal and number that there is none of', () => {
    const checked = checkSettings(
      withJudgement({
        signals: { nobody: { on: false } },
        parameters: { 'first-order': { z: 1 }, constructor: { name: 1 } },
      }),
    );
    expect(checked).toMatchObject({
      fields: {
        'judgement.signals.nobody': 'unknown_signal',
        'judgement.parameters.first-order.z': 'unknown_parameter',
        'judgement.parameters.constructor': 'unknown_signal',
      },
    });
  });
});
