import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { isShopDomain } from './ids.ts';

export type SessionTokenAnswer =
  | {
      readonly ok: true;
      readonly shop: string;
      /** Shopify user id, digits. */
      readonly userId: string;
      /** Epoch milliseconds. */
      readonly expiresAt: number;
    }
  | { readonly ok: false; readonly reason: SessionTokenRefusal };

export type SessionTokenRefusal =
  | 'malformed'
  | 'algorithm'
  | 'signature'
  | 'audience'
  | 'expired'
  | 'not-yet-valid'
  | 'shop'
  | 'user';

export type VerifySessionToken = (token: string, now: number) => SessionTokenAnswer;

/** Shopify's clock and ours may differ by this much; tokens live for 60 s. */
const toleranceMs = 10_000;
const longestToken = 8_192;

const header = z.object({ alg: z.string() });
const claims = z.object({
  iss: z.string(),
  dest: z.string(),
  aud: z.string(),
  sub: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
});
type Claims = z.infer<typeof claims>;

/**
 * Checks the token that App Bridge puts on every call (JWT, HS256, signed with the app's secret).
 * @shopify/shopify-api can decode one too, but its error messages quote the whole token, it knows one
 * secret only, and it does not compare `iss` with `dest`. No answer of this function carries the token.
 */
export function createSessionTokenVerifier(config: {
  readonly apiKey: string;
  /** The current secret, then the previous one while rotating. */
  readonly secrets: readonly string[];
}): VerifySessionToken {
  return (token, now) => {
    const parts = token.length <= longestToken ? token.split('.') : [];
    const [head, body, signature] = parts;
    if (parts.length !== 3 || !head || !body || !signature) return refused('malformed');
    const alg = header.safeParse(decode(head)).data?.alg;
    if (alg === undefined) return refused('malformed');
    if (alg !== 'HS256') return refused('algorithm');
    if (!config.secrets.some((secret) => isSignedBy(secret, `${head}.${body}`, signature))) {
      return refused('signature');
    }
    const parsed = claims.safeParse(decode(body));
    return parsed.success ? judge(parsed.data, config.apiKey, now) : refused('malformed');
  };
}

function judge(token: Claims, apiKey: string, now: number): SessionTokenAnswer {
  if (token.aud !== apiKey) return refused('audience');
  if (token.exp * 1000 + toleranceMs <= now) return refused('expired');
  if (token.nbf !== undefined && token.nbf * 1000 - toleranceMs > now) {
    return refused('not-yet-valid');
  }
  const shop = hostOf(token.dest);
  if (shop === null || !isShopDomain(shop) || hostOf(token.iss) !== shop) return refused('shop');
  if (!/^\d{1,20}$/.test(token.sub)) return refused('user');
  return { ok: true, shop, userId: token.sub, expiresAt: token.exp * 1000 };
}

const refused = (reason: SessionTokenRefusal): SessionTokenAnswer => ({ ok: false, reason });

function isSignedBy(secret: string, signed: string, signature: string): boolean {
  const expected = Buffer.from(createHmac('sha256', secret).update(signed).digest('base64url'));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function hostOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, host } = new URL(url);
  return protocol === 'https:' ? host : null;
}
