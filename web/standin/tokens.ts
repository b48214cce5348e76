import { readToken, type SessionClaims, signToken } from './jwt.ts';
import type { ShopState, Staff } from './state.ts';

export interface TokenConfig {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly now: () => number;
  /** Text that nobody can guess from another; injected so that a run can be repeated. */
  readonly secretText: () => string;
}

export interface AccessToken {
  readonly shop: string;
  readonly scopes: readonly string[];
  readonly online: boolean;
  /** null: the old kind that never runs out. */
  readonly expiresAt: number | null;
}

interface RefreshToken {
  readonly shop: string;
  readonly expiresAt: number;
  /** Set while its replacement has not been used: both are valid then. */
  replacement: string | null;
}

export interface TokenAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Tokens {
  /** `POST /admin/oauth/access_token`. `shops` finds an installed store. */
  grant(
    request: Readonly<Record<string, unknown>>,
    shops: (domain: string) => ShopState | undefined,
  ): TokenAnswer;
  /** The valid access token behind the text, or undefined: unknown, revoked or run out. */
  find(text: string): AccessToken | undefined;
  /** An offline token without the exchange, for tests that are about something else. */
  issueOffline(shop: ShopState): string;
  revoke(shop: string): void;
  mintSession(shop: ShopState, staff: Staff): string;
  /** Online answers without `associated_user`, as Shopify has been seen to give them. */
  withoutUser: boolean;
}

const accessSeconds = 3600;
const refreshSeconds = 90 * 86_400;
const onlineSeconds = 86_399;
const onlineType = 'urn:shopify:params:oauth:token-type:online-access-token';
const exchangeGrant = 'urn:ietf:params:oauth:grant-type:token-exchange';

export function createTokens(config: TokenConfig): Tokens {
  const access = new Map<string, AccessToken>();
  const refresh = new Map<string, RefreshToken>();
  const { now } = config;

  function issue(
    shop: ShopState,
    scopes: readonly string[],
    online: boolean,
    seconds: number | null,
  ) {
    const text = `${online ? 'shpua' : 'shpat'}_${config.secretText()}`;
    const expiresAt = seconds === null ? null : now() + seconds * 1000;
    access.set(text, { shop: shop.domain, scopes, online, expiresAt });
    return text;
  }

  function offline(shop: ShopState, expiring: boolean): TokenAnswer {
    const scope = shop.grantedScopes.join(',');
    if (!expiring) {
      const token = issue(shop, shop.grantedScopes, false, null);
      return { status: 200, body: { access_token: token, scope } };
    }
    const refreshText = `shprt_${config.secretText()}`;
    const expiresAt = now() + refreshSeconds * 1000;
    refresh.set(refreshText, { shop: shop.domain, expiresAt, replacement: null });
    return {
      status: 200,
      body: {
        access_token: issue(shop, shop.grantedScopes, false, accessSeconds),
        scope,
        expires_in: accessSeconds,
        refresh_token: refreshText,
        refresh_token_expires_in: refreshSeconds,
      },
    };
  }

  function online(shop: ShopState, staff: Staff): TokenAnswer {
    const scopes = shop.grantedScopes.filter((each) => !staff.withoutScopes.includes(each));
    return {
      status: 200,
      body: {
        access_token: issue(shop, scopes, true, onlineSeconds),
        scope: shop.grantedScopes.join(','),
        expires_in: onlineSeconds,
        associated_user_scope: scopes.join(','),
        ...(tokens.withoutUser ? {} : { associated_user: userBody(staff) }),
      },
    };
  }

  function exchange(
    request: Readonly<Record<string, unknown>>,
    shops: (domain: string) => ShopState | undefined,
  ): TokenAnswer {
    const claims = readToken(String(request.subject_token ?? ''), config.apiSecret, now());
    const shop = claims ? shops(claims.dest.replace(/^https:\/\//, '')) : undefined;
    if (!claims || claims.aud !== config.apiKey || !shop) {
      return failure('invalid_subject_token', 'The session token is not valid for this app.');
    }
    const staff = shop.staff.find((each) => each.id === claims.sub);
    if (request.requested_token_type === onlineType) {
      return staff ? online(shop, staff) : failure('invalid_subject_token', 'Unknown user.');
    }
    return offline(shop, request.expiring === '1' || request.expiring === 1);
  }

  /** The token that was used stays valid until its replacement is used: an answer can get lost. */
  function rotate(
    request: Readonly<Record<string, unknown>>,
    shops: (domain: string) => ShopState | undefined,
  ): TokenAnswer {
    const text = String(request.refresh_token ?? '');
    const known = refresh.get(text);
    const shop = known ? shops(known.shop) : undefined;
    if (!known || !shop || known.expiresAt <= now()) {
      return failure('invalid_grant', 'The refresh token is invalid or has expired.');
    }
    for (const [older, each] of refresh) if (each.replacement === text) refresh.delete(older);
    if (known.replacement) refresh.delete(known.replacement);
    const answer = offline(shop, true);
    known.replacement = String(answer.body.refresh_token);
    return answer;
  }

  const tokens: Tokens = {
    withoutUser: false,
    grant(request, shops) {
      if (request.client_id !== config.apiKey || request.client_secret !== config.apiSecret) {
        return failure('invalid_client', 'Client authentication failed.');
      }
      if (request.grant_type === exchangeGrant) return exchange(request, shops);
      if (request.grant_type === 'refresh_token') return rotate(request, shops);
      return failure('unsupported_grant_type', 'This grant type is not supported.');
    },
    find(text) {
      const token = access.get(text);
      if (!token) return undefined;
      return token.expiresAt !== null && token.expiresAt <= now() ? undefined : token;
    },
    issueOffline: (shop) => issue(shop, shop.grantedScopes, false, accessSeconds),
    revoke(shop) {
      for (const [text, each] of access) if (each.shop === shop) access.delete(text);
      for (const [text, each] of refresh) if (each.shop === shop) refresh.delete(text);
    },
    mintSession: (shop, staff) => signToken(claimsFor(shop, staff, config), config.apiSecret),
  };
  return tokens;
}

function claimsFor(shop: ShopState, staff: Staff, config: TokenConfig): SessionClaims {
  const seconds = Math.floor(config.now() / 1000);
  return {
    iss: `https://${shop.domain}/admin`,
    dest: `https://${shop.domain}`,
    aud: config.apiKey,
    sub: staff.id,
    exp: seconds + 60,
    nbf: seconds,
    iat: seconds,
    jti: config.secretText(),
    sid: config.secretText(),
  };
}

const userBody = (staff: Staff) => ({
  id: Number(staff.id),
  first_name: staff.firstName,
  last_name: staff.lastName,
  email: staff.email,
  email_verified: true,
  account_owner: staff.owner,
  locale: staff.locale,
  collaborator: false,
});

const failure = (error: string, description: string): TokenAnswer => ({
  status: 400,
  body: { error, error_description: description },
});
