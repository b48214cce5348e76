import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../web/contract/default-settings.ts';
import type { Settings } from '../../web/contract/settings.ts';
import { settingChanges } from '../../web/usecases/settings/settings-changes.ts';

const changed = (change: Partial<Settings>, secrets: string[] = []) =>
  settingChanges(defaultSettings, { ...defaultSettings, ...change, revision: 7 }, secrets);
const { judgement, checkout, contact, cod, mail } = defaultSettings;

describe('what the audit log tells of changed settings', () => {
  it('is nothing where nothing changed but the revision', () => {
    expect(changed({})).toEqual([]);
  });

  it('is each setting with its value before and after', () => {
    expect(changed({ mode: 'act', undoSeconds: 0, cod: { ...cod, blocked: true } })).toEqual([
      { field: 'mode', item: null, before: 'observe', after: 'act' },
      { field: 'cod.blocked', item: null, before: false, after: true },
      { field: 'undoSeconds', item: null, before: 10, after: 0 },
    ]);
  });

  it('joins plain lists, and tells none from an empty one', () => {
    const names = ['代引き', '代引'];
    expect(changed({ cod: { ...cod, checkoutNames: names } })).toEqual([
      { field: 'cod.checkoutNames', item: null, before: '', after: '代引き, 代引' },
    ]);
  });

  it('names the rows of tables by what they are called there', () => {
    const signals = { 'first-order': { points: 5 } };
    const parameters = { 'high-value-order': { factor: 3 } };
    expect(changed({ judgement: { ...judgement, signals, parameters } })).toEqual([
      { field: 'judgement.signals.points', item: 'first-order', before: null, after: 5 },
      { field: 'judgement.parameters', item: 'high-value-order / factor', before: null, after: 3 },
    ]);
    const templates = { reminder: { ja: { subject: '件名', text: '本文' } } };
    expect(changed({ contact: { ...contact, templates } })).toEqual([
      { field: 'contact.templates.subject', item: 'reminder / ja', before: null, after: '件名' },
      { field: 'contact.templates.text', item: 'reminder / ja', before: null, after: '本文' },
    ]);
  });

  it('tells of a rule what changed in it, by its name', () => {
    const rule = {
      id: 'r1',
      on: true,
      name: '離島',
      hide: ['cod' as const],
      match: 'all' as const,
      conditions: [{ kind: 'amount' as const, over: 1000, under: null }],
    };
    const before = { ...defaultSettings, checkout: { ...checkout, rules: [rule] } };
    const [condition] = rule.conditions;
    const conditions = [{ ...condition, kind: 'amount' as const, over: 2000, under: null }];
    const next = { ...before, checkout: { ...checkout, rules: [{ ...rule, conditions }] } };
    expect(settingChanges(before, next)).toEqual([
      { field: 'checkout.rules.conditions.over', item: '離島 / 1', before: 1000, after: 2000 },
    ]);
    expect(settingChanges(next, { ...next, checkout })).toContainEqual({
      field: 'checkout.rules.on',
      item: '離島',
      before: true,
      after: null,
    });
  });

  it('tells that a secret was set, renewed or forgotten, and never the secret', () => {
    const set = { ...mail, password: { set: true as const } };
    const with_ = { ...defaultSettings, mail: set };
    const of = (before: Settings, next: Settings) =>
      settingChanges(before, next, ['mail.password']);
    const told = { field: 'mail.password', item: null };
    expect(of(defaultSettings, with_)).toEqual([{ ...told, before: null, after: 'secret-set' }]);
    expect(of(with_, with_)).toEqual([{ ...told, before: 'secret-set', after: 'secret-new' }]);
    expect(of(with_, defaultSettings)).toEqual([{ ...told, before: 'secret-set', after: null }]);
    const password = { set: true as const, value: 'himitsu' };
    const careless = { ...defaultSettings, mail: { ...mail, password } };
    expect(JSON.stringify(settingChanges(defaultSettings, careless))).not.toContain('himitsu');
  });

  it('cuts long texts and long tables, and says how many more there are', () => {
    const ja = 'あ'.repeat(2000);
    const [change] = changed({ fraudNotice: { ...defaultSettings.fraudNotice, ja } });
    expect(String(change?.after)).toHaveLength(200);
    const binCountries = Array.from({ length: 500 }, (_, n) => ({
      bin: String(400_000 + n),
      country: 'JP',
    }));
    const many = changed({ judgement: { ...judgement, binCountries } });
    expect(many).toHaveLength(61);
    expect(many.at(-1)).toEqual({ field: '_more', item: null, before: null, after: 940 });
  });
});
