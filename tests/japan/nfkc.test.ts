import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { isOdd, toNfkc } from '../../web/japan/nfkc.ts';

test.each([
  'その他のオンライン決済（ＰａｙＥｘａｍｐｌｅ　クレジット）',
  'ｺﾝﾋﾞﾆ',
  'か\u3099き\u3099',
  'コ\u3099ー①㈱',
  'e\u0301\u0323',
  '각',
  '葛\u{e0100}飾',
  '\u{20bb7}野家',
  '﨑ﾊﾟ ｶﾞ',
])('%s is normalised as a whole would be', (text) => {
  expect(toNfkc(text)).toBe(text.normalize('NFKC'));
});

it('is NFKC of any text', () => {
  const letter = fc.oneof(
    fc.constantFrom('か', 'コ', 'A', '1', ' ', '神', '\u3099', '\u309a', 'ﾞ', 'ﾟ', 'ｶ', 'Ａ'),
    fc.constantFrom('\u0301', '\u0323', '\ufb01', '\u1161', '\u1100', '㍻', '㌔', '\u200b', '　'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  );
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 12 }), (letters) => {
      const text = letters.join('');
      expect(toNfkc(text)).toBe(text.normalize('NFKC'));
      if (!isOdd(text)) expect(text.normalize('NFKC')).toBe(text);
    }),
    { numRuns: 5000 },
  );
});

it('changes no letter that it takes for plain', () => {
  for (let code = 0; code < 0x10000; code += 1) {
    const letter = String.fromCharCode(code);
    if (!isOdd(letter)) expect(letter.normalize('NFKC')).toBe(letter);
  }
});
