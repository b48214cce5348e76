import { expect, test } from 'vitest';
import {
  everyVariant,
  readRows,
  usualVariants,
  variantRows,
} from '../../web/japan/character-variants.ts';

/** `[ab]|c` → a, b, c. */
const charactersOf = ({ source }: RegExp) => [...source.replace(/[[\]|]/g, '')].toSorted();

test.each([
  ['of names', usualVariants, variantRows.usual],
  ['of everything', everyVariant, variantRows.every],
])('the written-out variants %s are those of the rows', (_what, pattern, rows) => {
  expect(charactersOf(pattern)).toEqual([...readRows(rows).keys()].toSorted());
});
