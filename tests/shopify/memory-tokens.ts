import type { StaffIdentity, StoredToken, TokenPort } from '../../web/usecases/ports/token-port.ts';

export const shop = 'kissa.myshopify.com';

export const storedToken = (change: Partial<StoredToken> = {}): StoredToken => ({
  shop,
  accessToken: 'shpat_first',
  expiresAt: null,
  refreshToken: 'shprt_first',
  refreshExpiresAt: null,
  scopes: ['read_orders'],
  ...change,
});

/** The token port in memory; the real one is tested in tests/storage. */
export function memoryTokens(first: StoredToken | null = storedToken()) {
  const offline = new Map<string, StoredToken>();
  const staff = new Map<string, StaffIdentity>();
  if (first !== null) offline.set(first.shop, first);
  const port: TokenPort = {
    loadOffline: async (name) => offline.get(name) ?? null,
    saveOffline: async (token) => void offline.set(token.shop, token),
    dropOffline: async (name) => void offline.delete(name),
    loadStaff: async (name, user) => staff.get(`${name} ${user}`) ?? null,
    saveStaff: async (name, who) => void staff.set(`${name} ${who.userId}`, who),
  };
  return { port, offline, staff };
}
