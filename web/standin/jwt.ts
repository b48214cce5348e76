import { createHmac, timingSafeEqual } from 'node:crypto';

/** Shopify's session token: HS256 with the app's secret, sixty seconds. */
export interface SessionClaims {
  readonly iss: string;
  readonly dest: string;
  readonly aud: string;
  readonly sub: string;
  readonly exp: number;
  readonly nbf: number;
  readonly iat: number;
  readonly jti: string;
  readonly sid: string;
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const mac = (text: string, secret: string): Buffer =>
  createHmac('sha256', secret).update(text).digest();

export function signToken(claims: SessionClaims, secret: string): string {
  const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${text}.${mac(text, secret).toString('base64url')}`;
}

/** The claims of a token that was signed with `secret` and has not run out; null for any other text. */
export function readToken(token: string, secret: string, nowMs: number): SessionClaims | null {
  const [header = '', body = '', signature = ''] = token.split('.');
  const expected = mac(`${header}.${body}`, secret);
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const claims: SessionClaims = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
  const now = nowMs / 1000;
  return claims.exp > now - 10 && claims.nbf <= now + 10 ? claims : null;
}
