import { gid } from './ids.ts';
import type { AppIdentity, ShopifyFunction, ShopState, Staff } from './state.ts';

export interface ShopOptions {
  /** `name.myshopify.com` */
  readonly domain: string;
  readonly name?: string;
  readonly currency?: string;
  readonly timezone?: string;
  readonly utcOffset?: number;
  readonly scopes?: readonly string[];
  readonly staff?: readonly Staff[];
  readonly locations?: readonly string[];
  /** Released functions of the app; `ordinaryFunctions` where absent. */
  readonly functions?: readonly ShopifyFunction[];
  readonly shopifyPlus?: boolean;
  readonly installed?: boolean;
}

/** What shopify.app.toml asks for; a test that is about a missing scope gives its own list. */
export const ordinaryScopes: readonly string[] = [
  'read_orders',
  'write_orders',
  'read_customers',
  'read_merchant_managed_fulfillment_orders',
  'write_merchant_managed_fulfillment_orders',
  'read_third_party_fulfillment_orders',
  'write_third_party_fulfillment_orders',
  'read_shopify_payments_disputes',
  'read_payment_customizations',
  'write_payment_customizations',
  'read_validations',
  'write_validations',
];

/** An owner, and a part-timer who may look and ship, but neither cancel nor refund. */
export const ordinaryStaff: readonly Staff[] = [
  {
    id: '90000001',
    firstName: '花子',
    lastName: '例題',
    email: 'reidai.owner@example.com',
    owner: true,
    locale: 'ja',
    withoutScopes: [],
  },
  {
    id: '90000002',
    firstName: '太郎',
    lastName: '見本',
    email: 'reidai.parttime@example.com',
    owner: false,
    locale: 'ja',
    withoutScopes: ['write_orders'],
  },
];

export const ordinaryApp = (apiKey: string): AppIdentity => ({
  gid: 'gid://shopify/App/170000000001',
  title: 'Sekisho',
  handle: 'sekisho',
  apiKey,
});

/** What a release of the app brings to every store that has it. */
export const ordinaryFunctions = (app: AppIdentity): ShopifyFunction[] => [
  {
    id: '0199c0de-0000-7000-8000-000000000001',
    title: 'Sekisho payment guard',
    handle: 'payment-guard',
    apiType: 'payment_customization',
    description: null,
    app,
  },
  {
    id: '0199c0de-0000-7000-8000-000000000002',
    title: 'Sekisho checkout guard',
    handle: 'checkout-guard',
    apiType: 'cart_checkout_validation',
    description: null,
    app,
  },
];

export function buildShop(options: ShopOptions, index: number, app: AppIdentity): ShopState {
  const locations = (options.locations ?? ['本店倉庫', '第二倉庫']).map((name, at) => ({
    gid: gid('Location', String(70_000_000_001 + index * 1000 + at)),
    name,
    fulfillmentService: false,
  }));
  return {
    domain: options.domain,
    gid: gid('Shop', String(60_000_000_001 + index)),
    name: options.name ?? options.domain.replace('.myshopify.com', ''),
    currency: options.currency ?? 'JPY',
    timezone: options.timezone ?? 'Asia/Tokyo',
    utcOffset: options.utcOffset ?? 540,
    email: 'reidai.shop@example.com',
    shopifyPlus: options.shopifyPlus ?? false,
    installed: options.installed ?? true,
    grantedScopes: [...(options.scopes ?? ordinaryScopes)],
    staff: [...(options.staff ?? ordinaryStaff)],
    locations,
    orders: new Map(),
    customers: new Map(),
    tagged: new Map(),
    functions: [...(options.functions ?? ordinaryFunctions(app))],
    paymentCustomizations: new Map(),
    validations: new Map(),
    metafields: [],
    jobs: new Map(),
    disputes: [],
    idempotent: new Map(),
    executed: [],
    nextOrderNumber: 1001,
    defaultLocation: locations[0]?.gid ?? '',
  };
}
