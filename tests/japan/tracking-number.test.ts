import { describe, expect, it } from 'vitest';
import { isTrackingNumber, trackingKey, trackingKeys } from '../../web/japan/tracking-number.ts';

describe('a parcel’s number', () => {
  it.each([
    ['4000-1234-5600', '400012345600'],
    ['４０００－１２３４－５６００', '400012345600'],
    [' 4000 1234 5600 ', '400012345600'],
    ['="400012345600"', '400012345600'],
    ["'400012345600", '400012345600'],
    ['a400012345600a', '400012345600'],
    ['ee123456785jp', 'EE123456785JP'],
    ['1Z999AA10123456784', '1Z999AA10123456784'],
  ])('%s is %s', (text, key) => {
    expect(trackingKey(text)).toBe(key);
  });

  it.each(['', null, '4.00012E+11', '番号なし', '12-34', 'YAMATO TRANSPORT'])(
    '%s is none',
    (text) => {
      expect(trackingKey(text)).toBe('');
      expect(trackingKeys(text)).toEqual([]);
    },
  );

  it('may have lost its zeros in a spreadsheet', () => {
    expect(trackingKeys('12345678905')).toEqual(['12345678905', '012345678905']);
    expect(trackingKeys('400012345600')).toEqual(['400012345600']);
  });

  it.each([
    ['400012345600', true],
    ['400012345605', false],
    ['12345678901', 1234567890 % 7 === 1],
    // The example of the Universal Postal Union's standard S10.
    ['RR473124829FI', true],
    ['RR473124828FI', false],
    ['1Z999AA10123456784', null],
  ])('%s has a check digit that agrees: %s', (number, agrees) => {
    expect(isTrackingNumber(number)).toBe(agrees);
  });
});
