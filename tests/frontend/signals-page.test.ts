import { describe, expect, it } from 'vitest';
import type { PreviewAnswer } from '../../web/contract/signals.ts';
import { binText, maxBins, readBinLines } from '../../web/frontend/components/signals/bin-lines.ts';
import { changesNothing, figuresOf } from '../../web/frontend/components/signals/effect.ts';
import { knownEnds } from '../../web/frontend/components/signals/fired-text.ts';
import { problemOf, wordOf } from '../../web/frontend/components/signals/word-entry.ts';
import en from '../../web/frontend/locales/signals.en.json' with { type: 'json' };
import ja from '../../web/frontend/locales/signals.ja.json' with { type: 'json' };
import { parameterUnits } from '../../web/risk/parameter.ts';
import { signals } from '../../web/risk/signals/index.ts';

describe('the pasted countries of cards', () => {
  it('are read from spaces, commas, tabs and full width, and written back line by line', () => {
    const { rows, bad } = readBinLines(
      '457173 dk\r\n\n４１１１１１，ｕｓ\n52345678\tJP\n457173,DK',
    );
    expect(bad).toEqual([]);
    expect(binText(rows)).toBe('457173 DK\n411111 US\n52345678 JP');
    expect(readBinLines(binText(rows)).rows).toEqual(rows);
  });

  it('are told by line where they cannot be used; the others are kept', () => {
    const { rows, bad } = readBinLines('45717 DK\n457173 ZZ\n411111 US\n411111 JP\nカード');
    expect(rows).toEqual([{ bin: '411111', country: 'US' }]);
    expect(bad.map(({ line, why }) => [line, why])).toEqual([
      [1, 'format'],
      [2, 'country'],
      [4, 'twice'],
      [5, 'format'],
    ]);
  });

  it('end where the settings end', () => {
    const many = Array.from({ length: maxBins + 2 }, (_, n) => `${400_000 + n} JP`).join('\n');
    const { rows, bad } = readBinLines(many);
    expect([rows.length, bad.map(({ why }) => why)]).toEqual([maxBins, ['tooMany', 'tooMany']]);
  });
});

describe('a word of the shop', () => {
  it('is not taken twice, nor where the app brings it', () => {
    expect(problemOf('hotels', '例示ホテル', [], [])).toBeNull();
    expect(problemOf('hotels', 'ﾎﾃﾙ例示', ['ホテル例示'], [])).toBe('twice');
    expect(problemOf('hotels', 'INN', [], ['inn'])).toBe('twice');
  });

  it('of free mail is a domain; an address gives its own', () => {
    expect(wordOf('freeMail', ' Taro@Mail.Example.JP ')).toBe('mail.example.jp');
    expect(wordOf('hotels', ' 例示@ホテル ')).toBe('例示@ホテル');
    expect(problemOf('freeMail', 'mail.example.jp', [], [])).toBeNull();
    expect(problemOf('freeMail', 'フリーメール', [], [])).toBe('domain');
  });

  it('finds a full list', () => {
    const full = Array.from({ length: 500 }, (_, n) => `word ${n}`);
    expect(problemOf('urgent', 'one more', full, [])).toBe('full');
    expect(problemOf('urgent', 'one more', full.slice(1), [])).toBeNull();
  });
});

describe('the effect before saving', () => {
  const effect = (more: Partial<PreviewAnswer> = {}): PreviewAnswer => ({
    orders: 500,
    before: { normal: 448, caution: 40, high: 12 },
    after: { normal: 447, caution: 38, high: 15 },
    heldBefore: 30,
    heldAfter: 33,
    changed: [],
    ...more,
  });

  it('tells the gravest level first, and what would be held', () => {
    expect(figuresOf(effect())).toEqual([
      { what: 'high', from: 12, to: 15 },
      { what: 'caution', from: 40, to: 38 },
      { what: 'held', from: 30, to: 33 },
    ]);
    expect(changesNothing(effect())).toBe(false);
  });

  it('is not nothing where two orders change places', () => {
    const same = effect({ after: effect().before, heldAfter: 30 });
    expect(changesNothing(same)).toBe(true);
    const order = { id: '1', name: '#1001', from: 'high', to: 'caution', because: '' } as const;
    expect(changesNothing({ ...same, changed: [order] })).toBe(false);
    expect(changesNothing({ ...same, heldAfter: 31 })).toBe(false);
  });
});

describe('what became of the orders', () => {
  it('is told where it is known, the bad ends first', () => {
    const ended = { fraud: 3, refused: 2, dispute: 0, good: 20, open: 7 };
    expect(knownEnds({ hits: 32, ended })).toEqual([
      ['fraud', 3],
      ['refused', 2],
      ['good', 20],
    ]);
    const open = { fraud: 0, refused: 0, dispute: 0, good: 0, open: 7 };
    expect(knownEnds({ hits: 7, ended: open })).toEqual([]);
  });
});

describe('the words of the page', () => {
  it('name every group, unit and list that signals have, in both languages', () => {
    for (const { group, unit, words } of [ja.signals, en.signals]) {
      const groups = new Set<string>(signals.map((signal) => signal.group));
      expect([...groups].filter((id) => !Object.keys(group).includes(id))).toEqual([]);
      expect(parameterUnits.filter((id) => !Object.keys(unit).includes(id))).toEqual([]);
      const lists = new Set(signals.flatMap((signal) => signal.words ?? []));
      expect(lists.size).toBeGreaterThan(0);
      expect([...lists].filter((id) => !Object.keys(words).includes(id))).toEqual([]);
    }
  });
});
