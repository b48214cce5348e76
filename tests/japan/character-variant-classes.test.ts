import { expect, test } from 'vitest';
import {
  everyVariant,
  foldOldForms,
  usualVariants,
  variantRows,
} from '../../web/japan/character-variants.ts';

const firstOf = (row: string) => [...row][0] ?? '';

/** `[abc]` → a, b, c. */
const charactersOf = ({ source }: RegExp) => [...source.replace(/[[\]]/g, '')].toSorted();

test.each([
  ['of names', usualVariants, variantRows.usual],
  ['of everything', everyVariant, `${variantRows.usual} ${variantRows.old}`],
])('the written-out variants %s are those of the rows', (_what, pattern, rows) => {
  expect(charactersOf(pattern)).toEqual(rows.split(' ').map(firstOf).toSorted());
});

test('every variant is folded to the form beside it', () => {
  const rows = `${variantRows.usual} ${variantRows.old}`.split(' ').map((row) => [...row]);
  const unlike = rows.filter(
    ([variant = '', form = '']) =>
      foldOldForms(`例${variant}示`) !== `例${form}示`.normalize('NFKC'),
  );
  expect(unlike).toEqual([]);
});
