import type { TokenExchange } from '../../../web/http/sign-in.ts';
import type {
  StaffIdentity,
  StoredToken,
  TokenPort,
} from '../../../web/usecases/ports/token-port.ts';

export class FakeTokens implements TokenPort {
  readonly offline = new Map<string, StoredToken>();
  readonly staff = new Map<string, StaffIdentity>();

  async loadOffline(shop: string) {
    return this.offline.get(shop) ?? null;
  }
  async saveOffline(token: StoredToken) {
    this.offline.set(token.shop, token);
  }
  async dropOffline(shop: string) {
    this.offline.delete(shop);
  }
  async loadStaff(shop: string, userId: string) {
    return this.staff.get(`${shop} ${userId}`) ?? null;
  }
  async saveStaff(shop: string, staff: StaffIdentity) {
    this.staff.set(`${shop} ${staff.userId}`, staff);
  }
}

/** Shopify's token endpoint: knows its staff by user id, and can be down. */
export class FakeExchange implements TokenExchange {
  readonly offlineCalls: string[] = [];
  readonly onlineCalls: string[] = [];
  isDown = false;
  identity: StaffIdentity;

  constructor(identity: StaffIdentity) {
    this.identity = identity;
  }

  async exchangeOffline(shop: string): Promise<StoredToken> {
    this.offlineCalls.push(shop);
    await Promise.resolve();
    if (this.isDown) throw new Error('connect ECONNREFUSED');
    return {
      shop,
      accessToken: 'shpat_secret',
      expiresAt: null,
      refreshToken: null,
      refreshExpiresAt: null,
      scopes: ['read_orders'],
    };
  }

  async exchangeOnline(shop: string): Promise<StaffIdentity> {
    this.onlineCalls.push(shop);
    await Promise.resolve();
    if (this.isDown) throw new Error('connect ECONNREFUSED');
    return this.identity;
  }
}
