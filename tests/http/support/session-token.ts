import { createHmac } from 'node:crypto';
import { app, shop, userId } from './names.ts';

export interface TokenParts {
  readonly header?: Record<string, unknown>;
  readonly claims?: Record<string, unknown>;
  readonly secret?: string;
  /** Replaces the signature part. */
  readonly signature?: string;
}

/** A JWT as App Bridge sends it, valid for 60 s at `now` (epoch milliseconds), unless told otherwise. */
export function sessionToken(now: number, { header, claims, secret, signature }: TokenParts = {}) {
  const seconds = Math.floor(now / 1000);
  const head = encode({ alg: 'HS256', typ: 'JWT', ...header });
  const body = encode({
    iss: `https://${shop}/admin`,
    dest: `https://${shop}`,
    aud: app.apiKey,
    sub: userId,
    exp: seconds + 60,
    nbf: seconds,
    iat: seconds,
    jti: 'f8912129-1af6-4cad-9ca3-76b0f7621087',
    sid: 'aaea182f2732d44c23057c0fea584021a4485b2bd25d3eb7fd349313ad24c685',
    ...claims,
  });
  const sign = createHmac('sha256', secret ?? app.secret).update(`${head}.${body}`);
  return `${head}.${body}.${signature ?? sign.digest('base64url')}`;
}

function encode(part: Record<string, unknown>): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
