import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { lookupHash, seal, unseal } from '../../web/storage/sealed.ts';

const key = randomBytes(32);
const plain = Buffer.from('例示 花子');

describe('a sealed blob', () => {
  it('opens in its own place with its own key', () => {
    expect(unseal(key, 'a|orders|1', seal(key, 'a|orders|1', plain))).toEqual(plain);
  });

  it.each(['b|orders|1', 'a|audit|1', 'a|orders|2'])('does not open at %s', (place) => {
    const blob = seal(key, 'a|orders|1', plain);
    expect(() => unseal(key, place, blob)).toThrow();
  });

  it('does not open with another key, or with one bit changed', () => {
    const blob = seal(key, 'p', plain);
    expect(() => unseal(randomBytes(32), 'p', blob)).toThrow();
    for (const at of [0, 1, 20, blob.length - 1]) {
      const bent = Buffer.from(blob);
      bent.writeUInt8(bent.readUInt8(at) ^ 1, at);
      expect(() => unseal(key, 'p', bent)).toThrow();
    }
  });

  it('is another one each time, while a look-up key is always the same', () => {
    expect(seal(key, 'p', plain)).not.toEqual(seal(key, 'p', plain));
    expect(lookupHash(key, 'email:a')).toEqual(lookupHash(key, 'email:a'));
    expect(lookupHash(key, 'email:a')).not.toEqual(lookupHash(key, 'phone:a'));
    expect(lookupHash(key, 'email:a')).toHaveLength(8);
  });
});
