import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { createCsvText } from '../../web/imports/csv-text.ts';

const letters = ['a', 'b', ',', ',', '"', '"', '"', '\n', '\r\n', '\r', ' ', '例', ';'];

/** Numbers that look drawn, the same in every run. */
function drawing(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function byParser(text: string): unknown {
  try {
    return parse(text, { relax_column_count: true, relax_quotes: true });
  } catch {
    return 'open quote';
  }
}

/** Read in two pieces. */
function byUs(text: string, cut: number): unknown {
  const csv = createCsvText(',', () => new Error('open quote'));
  try {
    return [...csv.read(text.slice(0, cut)), ...csv.read(text.slice(cut)), ...csv.end()];
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
}

it('reads what csv-parse reads, wherever the text is cut', () => {
  const draw = drawing(12_345);
  for (let n = 0; n < 4_000; n += 1) {
    const text = Array.from({ length: 1 + draw(14) }, () => letters[draw(letters.length)]).join('');
    expect(byUs(text, draw(text.length + 1)), JSON.stringify(text)).toEqual(byParser(text));
  }
});
