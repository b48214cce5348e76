import type { Log } from '../usecases/ports/log-port.ts';
import type { StaffIdentity, StoredToken, TokenPort } from '../usecases/ports/token-port.ts';

/** Shopify's token exchange; throws where Shopify refuses or cannot be reached. */
export interface TokenExchange {
  exchangeOffline(shop: string, sessionToken: string): Promise<StoredToken>;
  exchangeOnline(shop: string, sessionToken: string): Promise<StaffIdentity>;
}

/** What a checked session token says. */
export interface SessionClaims {
  readonly shop: string;
  /** Digits of the Shopify user id. */
  readonly userId: string;
}

export interface SignInDeps {
  readonly tokens: TokenPort;
  readonly exchange: TokenExchange;
  readonly shopOpened: (shop: string) => Promise<void>;
  readonly now: () => number;
  readonly log: Log;
}

/** After a failed exchange Shopify is left alone for this long, and the app works with what it knows. */
const pauseMs = 10_000;

export type SignIn = (claims: SessionClaims, sessionToken: string) => Promise<StaffIdentity>;

/**
 * Who calls, and a shop's offline token with its first call (again after an uninstallation).
 * Neither stops the request: where Shopify cannot be asked, reading and settings go on.
 */
export function createSignIn(deps: SignInDeps): SignIn {
  const offline = createAttempts(deps);
  const online = createAttempts(deps);
  return async (claims, sessionToken) => {
    const { shop, userId } = claims;
    const [staff] = await Promise.all([
      identify(deps, online, claims, sessionToken),
      offline(shop, () => ensureOffline(deps, shop, sessionToken)),
    ]);
    return staff ?? unknownStaff(userId, deps.now());
  };
}

async function identify(
  deps: SignInDeps,
  attempt: Attempts,
  { shop, userId }: SessionClaims,
  sessionToken: string,
): Promise<StaffIdentity | null> {
  const known = await deps.tokens.loadStaff(shop, userId);
  if (known !== null && known.expiresAt > deps.now()) return known;
  await attempt(`${shop} ${userId}`, async () => {
    const staff = await deps.exchange.exchangeOnline(shop, sessionToken);
    // The id of the signed session token counts, whatever the exchange names.
    await deps.tokens.saveStaff(shop, { ...staff, userId });
  });
  // After a failure an outdated identity still says more than none: its scopes keep narrowing.
  return (await deps.tokens.loadStaff(shop, userId)) ?? known;
}

async function ensureOffline(deps: SignInDeps, shop: string, sessionToken: string): Promise<void> {
  const known = await deps.tokens.loadOffline(shop);
  if (known !== null && !hasRunOut(known, deps.now())) return;
  await deps.tokens.saveOffline(await deps.exchange.exchangeOffline(shop, sessionToken));
  try {
    await deps.shopOpened(shop);
  } catch (error) {
    // Kept, the token would say that the shop has been opened, and nothing would open it again.
    await deps.tokens.dropOffline(shop);
    throw error;
  }
}

/** A token that can neither be used nor refreshed: nobody opened the app for 90 days. */
function hasRunOut(
  { expiresAt, refreshToken, refreshExpiresAt }: StoredToken,
  now: number,
): boolean {
  if (expiresAt === null || expiresAt > now) return false;
  return refreshToken === null || (refreshExpiresAt !== null && refreshExpiresAt <= now);
}

function unknownStaff(userId: string, now: number): StaffIdentity {
  return { userId, name: null, isOwner: false, scopes: null, locale: null, expiresAt: now };
}

type Attempts = (key: string, work: () => Promise<void>) => Promise<void>;

/**
 * Runs `work` once for all who ask for `key` at the same time (a page's first four requests), and
 * not again for a while after it failed. A failure is logged, not thrown.
 */
function createAttempts({ now, log }: Pick<SignInDeps, 'now' | 'log'>): Attempts {
  const running = new Map<string, Promise<void>>();
  const pausedUntil = new Map<string, number>();
  return (key, work) => {
    const shared = running.get(key);
    if (shared !== undefined) return shared;
    if ((pausedUntil.get(key) ?? 0) > now()) return Promise.resolve();
    const attempt = work()
      .then(() => void pausedUntil.delete(key))
      .catch((error: unknown) => {
        pausedUntil.set(key, now() + pauseMs);
        log.warn({ err: error }, 'token exchange failed');
      })
      .finally(() => running.delete(key));
    running.set(key, attempt);
    return attempt;
  };
}
