import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditGroupOf, auditGroups } from '../../web/contract/audit.ts';
import { defaultSettings } from '../../web/contract/default-settings.ts';
import type { Settings } from '../../web/contract/settings.ts';
import { settingChanges } from '../../web/usecases/settings/settings-changes.ts';
import { readWords } from '../../web/words.ts';

const words = readWords(path.join(import.meta.dirname, '../../web/frontend/locales'));

/** Every setting with another value, and a row in every table. */
const { judgement, checkout, contact } = defaultSettings;
const filled: Settings = {
  ...defaultSettings,
  judgement: {
    ...judgement,
    signals: { 'first-order': { on: false, points: 1, counts: false } },
    parameters: { 'high-value-order': { factor: 3 } },
    words: { ...judgement.words, resaleGoods: [{ word: 'ゲーム機', from: 30_000 }] },
    binCountries: [{ bin: '400000', country: 'US' }],
  },
  checkout: {
    ...checkout,
    rules: [
      {
        id: 'r',
        on: true,
        name: '離島',
        hide: ['cod'],
        match: 'all',
        conditions: [
          { kind: 'listed', kinds: ['fraud'] },
          { kind: 'amount', over: 1, under: 2 },
          { kind: 'first-order', unknown: 'match' },
          { kind: 'prefecture', codes: ['JP-13'] },
          { kind: 'place', words: ['hotel'] },
          { kind: 'product-tag', tags: ['x'] },
        ],
      },
    ],
    validation: { ...checkout.validation, quantityLimit: { max: 3 } },
  },
  contact: { ...contact, templates: { reminder: { ja: { subject: 'a', text: 'b' } } } },
};

/** Fields as the log names them, of a document's every leaf. */
function fieldsOf(): string[] {
  const fields = settingChanges(defaultSettings, filled).map(({ field }) => field);
  const walk = (value: unknown, at: string): void => {
    const isTree = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isTree || 'set' in value) fields.push(at);
    else
      for (const [key, one] of Object.entries(value)) walk(one, at === '' ? key : `${at}.${key}`);
  };
  walk(defaultSettings, '');
  const onlyRows = new Set([
    'revision',
    'checkout.rules',
    'checkout.validation.quantityLimit',
    'judgement.binCountries',
    'judgement.words.resaleGoods',
  ]);
  return [...new Set(fields)].filter((field) => !onlyRows.has(field));
}

describe('the words of the log', () => {
  it.each(fieldsOf())('name the setting %s in both languages', (field) => {
    expect(words('ja', `auditField.${field}`)).not.toBeNull();
    expect(words('en', `auditField.${field}`)).not.toBeNull();
  });

  it('fill in what a sentence leaves open, and nothing of the prototype', () => {
    expect(words('ja', 'auditPage.why', { why: '電話で確認' })).toBe('理由：電話で確認');
    expect(words('ja', 'auditPage.why')).toBe('理由：');
    expect(words('ja', 'constructor.name')).toBeNull();
    expect(words('ja', 'audit')).toBeNull();
  });
});

describe('the groups of the history', () => {
  it.each([
    ['judged', 'order'],
    ['list-judged', 'order'],
    ['case-opened', 'order'],
    ['released', 'staff'],
    ['outcome-fraud', 'staff'],
    ['case-assigned', 'staff'],
    ['bulk-release', 'staff'],
    ['contact-answered-ordered', 'contact'],
    ['mail-sent', 'contact'],
    ['list-added', 'lists'],
    ['mode-changed', 'settings'],
    ['what-nobody-knows', 'order'],
  ])('%s stands under %s', (what, group) => {
    expect(auditGroupOf(what)).toBe(group);
    expect(auditGroups).toContain(auditGroupOf(what));
  });
});
