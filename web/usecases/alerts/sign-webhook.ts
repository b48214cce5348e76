import { createHmac } from 'node:crypto';

/**
 * `X-Sekisho-Signature: t=<seconds>,v1=<hex>`, where v1 is HMAC-SHA256 of `<seconds>.<body>` under the
 * shop's key. The time is signed too, so that a recorded request cannot be sent again later.
 */
export function signatureOf(key: string, body: string, now: number): string {
  const seconds = Math.floor(now / 1000);
  const v1 = createHmac('sha256', key).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${v1}`;
}
