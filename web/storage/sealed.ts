import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  type KeyObject,
  randomFillSync,
} from 'node:crypto';

/** Of the two, a key object costs a tenth: bytes are made one anew at each use. */
export type SealKey = Buffer | KeyObject;

const version = 1;
const ivBytes = 12;
const tagBytes = 16;

const ivs = Buffer.alloc(ivBytes * 512);
let ivAt = ivs.length;

/** Drawn by the hundred: a draw of twelve bytes costs as much as the sealing. Each is used once. */
function nextIv(): Buffer {
  if (ivAt === ivs.length) {
    randomFillSync(ivs);
    ivAt = 0;
  }
  ivAt += ivBytes;
  return ivs.subarray(ivAt - ivBytes, ivAt);
}

/**
 * AES-256-GCM, bound to its place: a blob copied to another shop, table or row does not open.
 * Layout: version (1 byte), IV (12), tag (16), ciphertext.
 */
export function seal(key: SealKey, place: string, plain: Buffer): Buffer {
  const iv = nextIv();
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(version), iv, cipher.getAuthTag(), body]);
}

/** Throws where the key, the place or the blob is not the one it was sealed with. */
export function unseal(key: SealKey, place: string, blob: Buffer): Buffer {
  if (blob[0] !== version) throw new Error('sealed blob of an unknown version');
  const iv = blob.subarray(1, 1 + ivBytes);
  const tag = blob.subarray(1 + ivBytes, 1 + ivBytes + tagBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place));
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(blob.subarray(1 + ivBytes + tagBytes)), decipher.final()]);
}

/** 64 bits of HMAC-SHA-256: a look-up key, verified after decryption because 64 bits can collide. */
export function lookupHash(key: SealKey, value: string): Buffer {
  return createHmac('sha256', key).update(value).digest().subarray(0, 8);
}

/** 128 bits of the same, under a name of its own: no look-up key is the beginning of a print. */
export function lookupPrint(key: SealKey, value: string): Buffer {
  return createHmac('sha256', key).update(`print:${value}`).digest().subarray(0, 16);
}
