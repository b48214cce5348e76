import { z } from 'zod';
import type { Log } from '../usecases/ports/log-port.ts';
import { GatewayFault } from '../usecases/ports/shopify-port.ts';
import type { StaffIdentity, StoredToken, TokenPort } from '../usecases/ports/token-port.ts';
import { createSingleFlight } from './single-flight.ts';
import type { OfflineAnswer, OnlineAnswer, TokenEndpoint } from './token-endpoint.ts';

export interface Tokens {
  /** A token with at least five minutes left. Throws `no-token` where somebody must open the app. */
  getOfflineToken(shop: string): Promise<StoredToken>;
  /** After a 401: another token if there is one, else the refused one is dropped and `no-token` thrown. */
  renewRefusedToken(shop: string, refused: string): Promise<StoredToken>;
  /** For a verified session token; the caller stores what comes back. Throws where Shopify refuses. */
  exchangeOffline(shop: string, sessionToken: string): Promise<StoredToken>;
  /** Who the session token's user is. An answer that names nobody is an identity without a name. */
  exchangeOnline(shop: string, sessionToken: string): Promise<StaffIdentity>;
}

const refreshBefore = 5 * 60_000;
/** How long "Shopify did not say who" is believed before it is asked again. */
const unnamedFor = 10 * 60_000;
const onlineFor = 60 * 60_000;

/** Offline tokens that expire, one refresh at a time a shop, and the staff's names. Logs no token. */
export function createTokens(config: {
  readonly endpoint: TokenEndpoint;
  readonly store: TokenPort;
  readonly clock: () => number;
  readonly logger: Log;
  /** Runs `work` while no other process renews this shop's token: a refresh token is good once. */
  readonly alone?: <T>(shop: string, work: () => Promise<T>) => Promise<T>;
}): Tokens {
  const { endpoint, store, clock, logger, alone = (_shop, work) => work() } = config;
  const singly = createSingleFlight<StoredToken>();
  const flight: typeof singly = (shop, work) => singly(shop, () => alone(shop, work));

  const isFresh = (token: StoredToken) =>
    token.expiresAt === null || token.expiresAt - clock() >= refreshBefore;

  /** Inside one flight: whoever comes late finds the new token stored and asks for no second one. */
  async function refresh(shop: string, isGood: (token: StoredToken) => boolean) {
    const stored = await store.loadOffline(shop);
    if (stored === null) throw noToken('none is stored');
    if (isGood(stored)) return stored;
    const answer = isRefreshable(stored, clock())
      ? await endpoint.refresh(shop, stored.refreshToken)
      : null;
    if (answer === null) {
      // Somebody opened the app meanwhile, or another process renewed it: theirs is the good one.
      const current = await store.loadOffline(shop);
      if (current !== null && current.accessToken !== stored.accessToken) return current;
      await store.dropOffline(shop);
      logger.warn({ shop }, 'the shop has no token until somebody opens the app');
      throw noToken('refresh was refused');
    }
    const renewed = toStoredToken(shop, answer, clock());
    await store.saveOffline(renewed);
    return renewed;
  }

  return {
    async getOfflineToken(shop) {
      const stored = await store.loadOffline(shop);
      if (stored === null) throw noToken('none is stored');
      return isFresh(stored) ? stored : flight(shop, () => refresh(shop, isFresh));
    },
    async renewRefusedToken(shop, refused) {
      const isAnother = (token: StoredToken) => token.accessToken !== refused;
      const token = await flight(shop, () => refresh(shop, isAnother));
      // A flight that was under way may have found the refused token fresh enough.
      return isAnother(token) ? token : flight(shop, () => refresh(shop, isAnother));
    },
    async exchangeOffline(shop, sessionToken) {
      const answer = await endpoint.exchangeOffline(shop, sessionToken);
      if (answer === null) throw noToken('the exchange was refused');
      return toStoredToken(shop, answer, clock());
    },
    async exchangeOnline(shop, sessionToken) {
      const answer = await endpoint.exchangeOnline(shop, sessionToken);
      return toStaffIdentity(userOf(sessionToken), answer, clock());
    },
  };
}

function isRefreshable(
  token: StoredToken,
  now: number,
): token is StoredToken & { readonly refreshToken: string } {
  if (token.refreshToken === null) return false;
  return token.refreshExpiresAt === null || token.refreshExpiresAt > now;
}

function toStoredToken(shop: string, answer: OfflineAnswer, now: number): StoredToken {
  const later = (seconds: number | null | undefined) =>
    typeof seconds === 'number' ? now + seconds * 1000 : null;
  return {
    shop,
    accessToken: answer.access_token,
    issuedAt: now,
    expiresAt: later(answer.expires_in),
    refreshToken: answer.refresh_token ?? null,
    refreshExpiresAt: later(answer.refresh_token_expires_in),
    scopes: splitScopes(answer.scope),
  };
}

/** An answer about somebody else, or about nobody, names nobody: the merchant's setting decides then. */
function toStaffIdentity(userId: string, answer: OnlineAnswer | null, now: number): StaffIdentity {
  const user = answer?.associated_user;
  if (!user || user.id !== userId) {
    return {
      userId,
      name: null,
      isOwner: false,
      scopes: null,
      locale: null,
      expiresAt: now + unnamedFor,
    };
  }
  const scopes = answer.associated_user_scope;
  return {
    userId,
    name: fullName(user),
    isOwner: user.account_owner,
    scopes: typeof scopes === 'string' ? splitScopes(scopes) : null,
    locale: user.locale ?? null,
    expiresAt: now + (typeof answer.expires_in === 'number' ? answer.expires_in * 1000 : onlineFor),
  };
}

/** The user in a token that was verified already (session-token.ts); '' in anything else. */
function userOf(sessionToken: string): string {
  try {
    const body = Buffer.from(sessionToken.split('.')[1] ?? '', 'base64url').toString('utf8');
    return z.object({ sub: z.string() }).parse(JSON.parse(body)).sub;
  } catch {
    return '';
  }
}

/** Family name first for staff who use Shopify in Japanese. */
function fullName(user: NonNullable<OnlineAnswer['associated_user']>): string | null {
  const names = [user.first_name, user.last_name].filter((name) => name);
  if (user.locale?.startsWith('ja')) names.reverse();
  return names.length > 0 ? names.join(' ') : null;
}

const splitScopes = (text: string): string[] => text.split(/[,\s]+/).filter((each) => each !== '');

function noToken(why: string): GatewayFault {
  return new GatewayFault('no-token', `No usable token: ${why}.`);
}
