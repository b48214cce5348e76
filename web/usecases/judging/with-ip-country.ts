import type { IpCountryPort } from '../ports/ip-country-port.ts';
import type { LoadedOrder, ShopifyPort } from '../ports/shopify-port.ts';

/**
 * Orders as Shopify tells them, with the country of the buyer's network. It is looked up where an
 * order is read and stored with its facts: judging again asks nothing, and a later order can compare.
 */
export function withIpCountry(shopify: ShopifyPort, ipCountry: IpCountryPort): ShopifyPort {
  const known = (order: LoadedOrder): LoadedOrder => {
    const country = isBuyersNetwork(order) ? ipCountry.countryOf(order.facts.clientIp) : undefined;
    return country === undefined
      ? order
      : { ...order, facts: { ...order.facts, ipCountry: country } };
  };
  return {
    ...shopify,
    async loadOrder(shop, orderId, priority) {
      const order = await shopify.loadOrder(shop, orderId, priority);
      return order === null ? null : known(order);
    },
    async loadOrders(shop, orderIds) {
      const { orders, unreadable } = await shopify.loadOrders(shop, orderIds);
      return { orders: new Map([...orders].map(([id, order]) => [id, known(order)])), unreadable };
    },
    async listOrders(shop, query, cursor, first) {
      const page = await shopify.listOrders(shop, query, cursor, first);
      return { ...page, orders: page.orders.map(known) };
    },
  };
}

/** At a till, and in a draft order, it is the network of the staff: `web` or a sales channel's number. */
const isBuyersNetwork = ({ snapshot }: LoadedOrder) =>
  /^(?:web|\d+)$/.test(snapshot.sourceName ?? '');
