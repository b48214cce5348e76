import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../web/contract/default-settings.ts';
import type { SignalInfo } from '../../web/contract/signals.ts';
import {
  isChanged,
  isComplete,
  type Judgement,
  parameterOf,
  presetChanges,
  stateOf,
  withoutAnyChanges,
  withoutChanges,
  withParameter,
  withSignal,
} from '../../web/frontend/components/signals/signal-edits.ts';
import {
  filterSignals,
  groupSignals,
  noFilter,
} from '../../web/frontend/components/signals/signal-filter.ts';

const standard = { on: true, points: 6, counts: true };
const signal = (id: string, more: Partial<SignalInfo> = {}): SignalInfo => ({
  id,
  group: 'payment',
  name: id,
  reason: '',
  caution: '',
  checkItem: id,
  own: standard,
  preset: standard,
  presets: {
    balanced: standard,
    'strict-cod': { ...standard, points: 10 },
    'strict-cards': standard,
  },
  weak: false,
  floor: null,
  parameters: [],
  words: null,
  fired: { hits: 0, ended: { fraud: 0, refused: 0, dispute: 0, good: 0, open: 0 } },
  ...more,
});
const cod = signal('cod-requested', {
  parameters: [
    { key: 'days', name: '期間', unit: 'days', min: 1, max: 30, default: 7 },
    { key: 'times', name: '倍率', unit: 'factor', min: 1, max: 5, default: 2 },
  ],
});
const { judgement } = defaultSettings;
const edited = (change: Parameters<typeof withSignal>[2], from: Judgement = judgement) =>
  withSignal(from, cod, change);

describe('a setting of one signal', () => {
  it('goes over the preset, and follows another preset where nothing was set', () => {
    const wanted = edited({ counts: false });
    expect(wanted.signals).toEqual({ 'cod-requested': { counts: false } });
    expect(stateOf(cod, { ...wanted, preset: 'strict-cod' })).toEqual({
      on: true,
      points: 10,
      counts: false,
    });
  });

  it('that equals the preset again leaves nothing behind', () => {
    const back = edited({ points: 6 }, edited({ points: 12 }));
    expect(back).toEqual(judgement);
    expect(isChanged(cod, back)).toBe(false);
    expect(isChanged(cod, edited({ points: 12 }))).toBe(true);
  });

  it('of a rule’s number keeps the others, and the default is not written down', () => {
    const longer = withParameter(judgement, cod, 'days', 14);
    const both = withParameter(longer, cod, 'times', 2.5);
    expect(both.parameters).toEqual({ 'cod-requested': { days: 14, times: 2.5 } });
    expect(parameterOf(cod, 'days', both)).toBe(14);
    expect(withParameter(longer, cod, 'days', 7)).toEqual(judgement);
    expect(parameterOf(cod, 'days', judgement)).toBe(7);
  });

  it('is undone alone or with all others; words stay', () => {
    const words = { ...judgement.words, hotels: ['例示ホテル'] };
    const other = withSignal({ ...judgement, words }, signal('first-order'), { on: false });
    const both = withParameter(edited({ on: false }, other), cod, 'days', 14);
    expect(withoutChanges(both, cod.id)).toEqual(other);
    expect(withoutAnyChanges(both)).toEqual({ ...judgement, words });
  });

  it('is not complete while it is empty, no whole number, or out of range', () => {
    expect(isComplete([cod], edited({ points: 40 }))).toBe(true);
    for (const points of [Number.NaN, 101, -101, 1.5]) {
      expect({ points, ok: isComplete([cod], edited({ points })) }).toEqual({ points, ok: false });
    }
    const weak = { ...cod, weak: true };
    expect([20, 21].map((points) => isComplete([weak], edited({ points })))).toEqual([true, false]);
    const set = (key: string, value: number) =>
      isComplete([cod], withParameter(judgement, cod, key, value));
    expect([set('days', 14), set('days', 31), set('days', 1.5), set('days', Number.NaN)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect([set('times', 2.5), set('times', 6)]).toEqual([true, false]);
  });
});

describe('a preset', () => {
  it('says which signals it weighs otherwise than the standard one', () => {
    const signals = [cod, signal('same', { presets: { ...cod.presets, 'strict-cod': standard } })];
    expect(presetChanges(signals, 'strict-cod')).toEqual([
      { name: 'cod-requested', from: 6, to: 10 },
    ]);
    expect(presetChanges(signals, 'balanced')).toEqual([]);
  });
});

describe('the search among signals', () => {
  const mail = signal('email-carrier', {
    group: 'email',
    name: 'キャリアメール',
    caution: 'ＡＢＣ の利用者にはよくあります。',
  });
  const signals = [cod, mail, signal('first-order')];
  const found = (filter: Partial<typeof noFilter>, from: Judgement = judgement) =>
    filterSignals(signals, from, { ...noFilter, ...filter }).map(({ id }) => id);

  it('finds every word in name, reason or caution, whatever its width and size', () => {
    expect(found({ text: ' ｷｬﾘｱ abc ' })).toEqual(['email-carrier']);
    expect(found({ text: 'キャリア 電話' })).toEqual([]);
    expect(found({})).toHaveLength(3);
  });

  it('shows what is changed, used, not used, or counted', () => {
    const off = edited({ on: false });
    expect(found({ show: 'changed' }, off)).toEqual(['cod-requested']);
    expect(found({ show: 'off' }, off)).toEqual(['cod-requested']);
    expect(found({ show: 'on' }, off)).toEqual(['email-carrier', 'first-order']);
    expect(found({ show: 'counts' }, off)).toEqual(['email-carrier', 'first-order']);
    expect(found({ show: 'counts' }, edited({ counts: false }))).not.toContain('cod-requested');
  });

  it('keeps the groups in the order of the registry', () => {
    const groups = groupSignals(signals).map(([group, rows]) => [group, rows.length]);
    expect(groups).toEqual([
      ['payment', 2],
      ['email', 1],
    ]);
  });
});
