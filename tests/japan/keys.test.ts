import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAddress } from '../../web/japan/address-parts.ts';
import {
  addressKey,
  cardKey,
  emailKey,
  emailStem,
  nameKey,
  phoneKey,
} from '../../web/japan/keys.ts';
import { readPhone } from '../../web/japan/phone.ts';

describe('an e-mail key', () => {
  test.each([
    ['Reidai.Taro+shop@GMAIL.com', 'reidaitaro@gmail.com'],
    ['reidai.taro@googlemail.com', 'reidaitaro@gmail.com'],
    ['reidai.taro+shop@example.jp', 'reidai.taro@example.jp'],
    ['ｒｅｉｄａｉ＠ｅｘａｍｐｌｅ．ｊｐ', 'reidai@example.jp'],
    ['+tag@example.jp', '+tag@example.jp'],
    ['not an address', ''],
    ['@example.jp', ''],
    [null, ''],
  ])('of %s is %s', (email, key) => {
    expect(emailKey(email)).toBe(key);
  });

  test('has a stem without digits and marks, from five letters', () => {
    expect(emailStem('rei.dai_99@example.jp')).toBe('reidai@example.jp');
    expect(emailStem('rei9@example.jp')).toBe('');
  });
});

describe('a phone key', () => {
  test.each([
    ['090-1234-5678', '+819012345678'],
    ['+81 (0)90 1234 5678', '+819012345678'],
    ['８１９０１２３４５６７８', '+819012345678'],
    ['010 86 138 0013 8000', '+8613800138000'],
    ['', ''],
    ['110', ''],
  ])('of %s is %s', (phone, key) => {
    expect(phoneKey(phone)).toBe(key);
  });

  test('is the library’s E.164 for what it takes for a Japanese number', () => {
    const numbers = [
      '03-1234-5601',
      '0852-12-3405',
      '0120-123-456',
      '050 1234 5678',
      '+81312345601',
    ];
    for (const raw of numbers) expect(phoneKey(raw)).toBe(readPhone(raw).e164);
  });
});

describe('a name key', () => {
  test.each([
    ['髙橋 一郎', '高橋　一郎 様'],
    ['渡邊花子', '渡辺 花子'],
    ['ﾔﾏﾀﾞ ﾊﾅｺ', 'やまだ はなこ'],
    ['Taro TANAKA', 'tanaka taro'],
    ['𠮷田 様', '吉田'],
  ])('of %s and of %s is one', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
    expect(nameKey(one)).not.toBe('');
  });

  test('joins family and given name', () => {
    expect(nameKey('例示', '花子')).toBe(nameKey('例示 花子'));
    expect(nameKey(null, undefined)).toBe('');
  });
});

test('a card key needs six digits of the number and the last four', () => {
  expect(cardKey({ bin: '42424299', last4: '•••• 4242' })).toBe('424242-4242');
  expect(cardKey({ bin: '4242', last4: '4242' })).toBe('');
  expect(cardKey(null)).toBe('');
});

test('no text makes a key fail, and a key of a key is itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(emailKey(emailKey(text))).toBe(emailKey(text));
      expect(phoneKey(phoneKey(text))).toBe(phoneKey(text));
      nameKey(text, text);
      addressKey({ city: text, address1: text, address2: text, provinceCode: text });
      readAddress({ address1: text });
    }),
  );
});
