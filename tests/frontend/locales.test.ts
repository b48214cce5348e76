import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorStatus } from '../../web/contract/errors.ts';
import { actionKinds, levels, orderStates } from '../../web/contract/level.ts';
import { nextSteps } from '../../web/risk/next-step.ts';

type Words = { [key: string]: Words | string };

function flat(words: Words, prefix = ''): Map<string, string> {
  const sentences = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') sentences.set(prefix + key, value);
    else for (const [inner, text] of flat(value, `${prefix}${key}.`)) sentences.set(inner, text);
  }
  return sentences;
}

const locales = path.join(import.meta.dirname, '../../web/frontend/locales');

const read = (name: string): Words => JSON.parse(readFileSync(path.join(locales, name), 'utf8'));

/** The keys and sentences of `ja.json`, and of what single pages bring beside it (`signals.ja.json`). */
const sentencesOf = (language: 'ja' | 'en') =>
  readdirSync(locales)
    .filter((name) => name.split('.').at(-2) === language)
    .flatMap((name) => [...flat(read(name))]);
const wordsOf = (language: 'ja' | 'en') => new Map(sentencesOf(language));

const japanese = wordsOf('ja');
const english = wordsOf('en');
const placeholders = (text = '') => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).sort();

describe('the two languages', () => {
  it('have the same keys', () => {
    expect([...japanese.keys()].sort()).toEqual([...english.keys()].sort());
    expect(japanese.size).toBeGreaterThan(300);
  });

  it('say nothing twice: what a page brings must not cover what is there', () => {
    expect(sentencesOf('ja')).toHaveLength(japanese.size);
    expect(sentencesOf('en')).toHaveLength(english.size);
  });

  it('have the same placeholders, and no empty sentence', () => {
    for (const [key, text] of japanese) {
      expect({ key, names: placeholders(english.get(key)) }).toEqual({
        key,
        names: placeholders(text),
      });
      expect({ key, isEmpty: text === '' || english.get(key) === '' }).toEqual({
        key,
        isEmpty: false,
      });
    }
  });

  it('leave no English in Japanese beside names', () => {
    const names =
      /smtp\.|SMTP|STARTTLS|SSL\/TLS|Shopify|Sekisho|Shop Pay|CSV|UTF-8|Shift_JIS|IP|Apple Pay|Google Pay|3Dセキュア|JP|ID|DK|example\.com|ENAMDICT\/JMnedict|KANJIDIC2|Electronic Dictionary Research and Development Group|EDRDG|CC BY-SA|Plus|Starter|Slack|Incoming Webhook|https:\/\/|https|URL/g;
    const foreign = [...japanese].filter(([, text]) =>
      /[A-Za-z]{2,}/.test(text.replaceAll(/\{\{\w+\}\}/g, '').replaceAll(names, '')),
    );
    expect(foreign).toEqual([]);
  });

  it('leave no Japanese in English', () => {
    const foreign = [...english].filter(([, text]) => /[぀-ヿ一-鿿]/.test(text));
    expect(foreign.map(([key]) => key)).toEqual([]);
  });
});

describe('the words that the server may ask for', () => {
  const keys = [
    ...Object.keys(errorStatus).map((code) => `errors.${code}`),
    ...levels.map((level) => `level.${level}`),
    ...orderStates.map((state) => `state.${state}`),
    ...actionKinds.flatMap((kind) => [`actions.${kind}`, `order.failed.${kind}`, `toast.${kind}`]),
    ...nextSteps.map((step) => `nextStep.${step}`),
    ...['nothing', 'wait-shopify', 'capture-or-void', 'voided', 'cancelled', 'over'].map(
      (step) => `nextStep.${step}`,
    ),
    'nextStep.victim-repay',
  ];

  it.each(keys)('%s exists', (key) => {
    expect(japanese.has(key)).toBe(true);
  });

  it('tell every kind of entry that the use cases write into the audit log', () => {
    const folder = path.join(import.meta.dirname, '../../web/usecases');
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const sources = names
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(path.join(folder, name), 'utf8'));
    const written = sources.flatMap((source) =>
      [...source.matchAll(/\bwhat: '([a-z-]+)'|\bnote\((?:tx, action, )?'([a-z-]+)'/g)].map(
        (match) => match[1] ?? match[2] ?? '',
      ),
    );
    // A pattern that no longer found anything would prove nothing.
    expect(new Set(written).size).toBeGreaterThan(8);
    const onOrders = written.filter((what) => what !== 'cancel' && what !== 'settings');
    expect(onOrders.filter((what) => !japanese.has(`audit.${what}`))).toEqual([]);
  });
});

describe('the keys that the pages ask for', () => {
  const folder = path.join(import.meta.dirname, '../../web/frontend');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !name.startsWith('dist'),
  );
  const sources = files.map((name) => readFileSync(path.join(folder, name), 'utf8'));

  it('all exist', () => {
    const asked = sources.flatMap((source) =>
      [...source.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map((match) => match[1] ?? ''),
    );
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((key) => !japanese.has(key))).toEqual([]);
  });
});
