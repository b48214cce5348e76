import { expect, test } from 'vitest';
import { familyNameKey, hasCompanyWord } from '../../web/japan/name.ts';

test.each([
  ['㈱例示', true],
  ['（有）例示商店', true],
  ['医療法人例示会', true],
  ['Reidai Co., Ltd.', true],
  ['Vincent', false],
  ['例示 花子', false],
  ['', false],
  [null, false],
])('%s names a company: %s', (text, expected) => {
  expect(hasCompanyWord(text)).toBe(expected);
});

test('the family name is the first part of a name in one field', () => {
  expect(familyNameKey(null, '髙橋　一郎')).toBe('高橋');
  expect(familyNameKey('髙橋', '一郎')).toBe('高橋');
  expect(familyNameKey(null, null)).toBe('');
});
