import { z } from 'zod';
import { GatewayFault, type ShopAway } from '../usecases/ports/shopify-port.ts';
import { parseJson } from './lossless-json.ts';
import { awayBy } from './reply-fault.ts';
import { type Fetch, towards } from './transport.ts';

const idTokenType = 'urn:ietf:params:oauth:token-type:id_token';
const exchangeGrant = 'urn:ietf:params:oauth:grant-type:token-exchange';
const requestedTypes = {
  offline: 'urn:shopify:params:oauth:token-type:offline-access-token',
  online: 'urn:shopify:params:oauth:token-type:online-access-token',
} as const;

const seconds = z.number().positive();
const text = z.string().nullish().catch(null);

const offlineAnswer = z.object({
  access_token: z.string().min(1),
  scope: z.string().catch(''),
  expires_in: seconds.nullish(),
  refresh_token: z.string().nullish(),
  refresh_token_expires_in: seconds.nullish(),
});
export type OfflineAnswer = z.infer<typeof offlineAnswer>;

/** `associated_user` is missing where Shopify gave an offline token instead: nobody is named then. */
const onlineAnswer = z.object({
  expires_in: seconds.nullish().catch(null),
  associated_user_scope: text,
  associated_user: z
    .object({
      id: z.union([z.number(), z.string()]).transform(String),
      first_name: text,
      last_name: text,
      account_owner: z.boolean().catch(false),
      locale: text,
    })
    .nullish()
    .catch(null),
});
export type OnlineAnswer = z.infer<typeof onlineAnswer>;

/** `/admin/oauth/access_token` of a shop. null: Shopify refused what it was shown. */
export interface TokenEndpoint {
  exchangeOffline(shop: string, sessionToken: string): Promise<OfflineAnswer | null>;
  exchangeOnline(shop: string, sessionToken: string): Promise<OnlineAnswer | null>;
  refresh(shop: string, refreshToken: string): Promise<OfflineAnswer | null>;
}

/**
 * The library's own token calls have no time-out, verify the session token a second time against one
 * secret and the machine's clock, and fail on an error page; the requests are the same.
 */
export function createTokenEndpoint(config: {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly adminOrigin: string | null;
  readonly fetch?: Fetch;
  readonly timeoutMs?: number;
}): TokenEndpoint {
  const send = towards(config.adminOrigin, config.fetch ?? globalThis.fetch);

  async function post(shop: string, grant: Record<string, string>): Promise<unknown> {
    const credentials = { client_id: config.apiKey, client_secret: config.apiSecret };
    const response = await send(`https://${shop}/admin/oauth/access_token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ ...credentials, ...grant }),
      signal: AbortSignal.timeout(config.timeoutMs ?? 10_000),
    }).catch(() => null);
    const body = await response?.text().catch(() => null);
    if (!response || typeof body !== 'string') throw unreachable('no answer');
    if (response.ok) return readJson(body);
    if (isRefusal(response.status, body)) return null;
    throw unreachable(String(response.status), awayBy(response.status));
  }

  const exchange = (shop: string, sessionToken: string, kind: keyof typeof requestedTypes) =>
    post(shop, {
      grant_type: exchangeGrant,
      subject_token: sessionToken,
      subject_token_type: idTokenType,
      requested_token_type: requestedTypes[kind],
      ...(kind === 'offline' ? { expiring: '1' } : {}),
    });

  return {
    exchangeOffline: async (shop, sessionToken) =>
      read(offlineAnswer, await exchange(shop, sessionToken, 'offline')),
    exchangeOnline: async (shop, sessionToken) =>
      read(onlineAnswer, await exchange(shop, sessionToken, 'online')),
    refresh: async (shop, refreshToken) =>
      read(
        offlineAnswer,
        await post(shop, { grant_type: 'refresh_token', refresh_token: refreshToken }),
      ),
  };
}

/** An answer of another shape is no refusal: dropping the token for it would lock the shop out. */
function read<T>(schema: z.ZodType<T>, answer: unknown): T | null {
  if (answer === null) return null;
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw unreachable('an answer of another shape');
  return parsed.data;
}

/**
 * Whether Shopify looked at what it was shown and refused it. A frozen or locked shop, a stray 401 and
 * our own wrong secret (`invalid_client`) say nothing of the token: dropped for those, nothing would be
 * sent until somebody opens the app.
 */
function isRefusal(status: number, body: string): boolean {
  if (![400, 401, 403].includes(status)) return false;
  const code = errorIn(body);
  return code === null ? status !== 401 : code !== 'invalid_client';
}

function errorIn(body: string): string | null {
  try {
    return z.object({ error: z.string() }).parse(parseJson(body)).error;
  } catch {
    return null;
  }
}

function readJson(body: string): unknown {
  try {
    return parseJson(body);
  } catch {
    throw unreachable('not JSON');
  }
}

/** Names no token: what was sent and what came back stay out of every message. */
function unreachable(what: string, away: ShopAway | null = null): GatewayFault {
  const message = `Token endpoint: ${what}`;
  if (away === null) return new GatewayFault('transient', message);
  return new GatewayFault('shop-unavailable', message, { away });
}
