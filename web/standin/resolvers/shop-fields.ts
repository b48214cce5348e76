import { gid, legacyId } from '../ids.ts';
import { decimalText } from '../money.ts';
import { amountSpent, ordersOfCustomer } from '../orders.ts';
import { isoTime } from '../rest/times.ts';
import type { AppIdentity, Customer, Dispute, ShopState } from '../state.ts';
import { orderOf } from '../store.ts';
import { ownedMetafield, ownedMetafields } from './metafield-fields.ts';
import { connection, fields, type PageArgs } from './types.ts';

const shop = fields<ShopState>({
  id: (state) => state.gid,
  myshopifyDomain: (state) => state.domain,
  primaryDomain: (state) => ({ host: state.domain, url: `https://${state.domain}` }),
  url: (state) => `https://${state.domain}`,
  contactEmail: (state) => state.email,
  ianaTimezone: (state) => state.timezone,
  timezoneOffsetMinutes: (state) => state.utcOffset,
  currencyCode: (state) => state.currency,
  enabledPresentmentCurrencies: (state) => [state.currency],
  taxesIncluded: () => true,
  shopOwnerName: (state) => {
    const owner = state.staff.find((each) => each.owner);
    return owner ? `${owner.lastName} ${owner.firstName}` : '';
  },
  plan: (state) => ({
    publicDisplayName: state.shopifyPlus ? 'Plus' : 'Basic',
    displayName: state.shopifyPlus ? 'Plus' : 'Basic',
    partnerDevelopment: false,
    shopifyPlus: state.shopifyPlus,
  }),
  shopAddress: () => ({ countryCodeV2: 'JP', country: 'Japan' }),
  billingAddress: () => ({ countryCodeV2: 'JP', country: 'Japan' }),
  metafield: ownedMetafield,
  metafields: ownedMetafields,
});

const app = fields<AppIdentity>({
  id: (each) => each.gid,
  embedded: () => true,
});

const installation = fields<ShopState>({
  id: (state) => gid('AppInstallation', legacyId(state.gid)),
  app: (_state, _args, { store }) => store.app,
  accessScopes: (state) => state.grantedScopes.map((handle) => ({ handle, description: '' })),
  activeSubscriptions: () => [],
  launchUrl: (state, _args, { store }) => `https://${state.domain}/admin/apps/${store.app.handle}`,
  metafield: (state, args: { namespace?: string | null; key: string }, context) =>
    ownedMetafield({ gid: gid('AppInstallation', legacyId(state.gid)) }, args, context),
});

const customer = fields<Customer>({
  id: (each) => each.gid,
  legacyResourceId: (each) => legacyId(each.gid),
  displayName: (each) =>
    [each.firstName, each.lastName].filter(Boolean).join(' ') || (each.email ?? ''),
  createdAt: (each) => isoTime(each.createdAt),
  updatedAt: (each) => isoTime(each.createdAt),
  locale: () => 'ja',
  state: () => 'DISABLED',
  note: () => null,
  numberOfOrders: (each, _args, { store }) =>
    String(ordersOfCustomer(store.state, each.gid).length),
  amountSpent: (each, _args, { store }) => ({
    amount: decimalText(amountSpent(store.state, each.gid).shop),
    currencyCode: store.state.currency,
  }),
  lastOrder: (each, _args, { store }) => ordersOfCustomer(store.state, each.gid).at(-1) ?? null,
  orders: (each, args: PageArgs, { store }) =>
    connection(ordersOfCustomer(store.state, each.gid), args),
  defaultEmailAddress: (each) => (each.email === null ? null : { emailAddress: each.email }),
  defaultPhoneNumber: (each) => (each.phone === null ? null : { phoneNumber: each.phone }),
  metafield: ownedMetafield,
  metafields: ownedMetafields,
});

const dispute = fields<Dispute>({
  id: (each) => each.gid,
  legacyResourceId: (each) => legacyId(each.gid),
  status: (each) => each.status.toUpperCase(),
  type: (each) => each.type.toUpperCase(),
  initiatedAt: (each) => isoTime(each.initiatedAt),
  evidenceDueBy: (each) => isoTime(each.initiatedAt + 7 * 86_400_000),
  order: (each, _args, { store }) => orderOf(store, each.orderGid),
  reasonDetails: (each) => ({ reason: each.reason.toUpperCase(), networkReasonCode: '4837' }),
  amount: (each, _args, { store }) => ({
    amount: decimalText(each.amount.shop),
    currencyCode: orderOf(store, each.orderGid).currency,
  }),
});

export const shopFields = {
  Shop: shop,
  App: app,
  AppInstallation: installation,
  Customer: customer,
  ShopifyPaymentsDispute: dispute,
};
