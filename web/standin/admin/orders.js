import { act, getJson, h } from './dom.js';
import { money, when, words } from './words.js';

/** Badges for where an order stands: payment, shipment, holds and whose they are. */
export function badge(text, tone = 'plain') {
  return h('span', { class: `badge ${tone}` }, text);
}

const tones = {
  PAID: 'good',
  AUTHORIZED: 'info',
  PENDING: 'warn',
  VOIDED: 'off',
  REFUNDED: 'off',
  ON_HOLD: 'warn',
  FULFILLED: 'good',
  HIGH: 'bad',
  MEDIUM: 'warn',
  LOW: 'good',
};

/** Shopify shows its own payments under their name; the others as the merchant wrote them. */
export const gatewayNames = (gateways) =>
  gateways.map((each) => (each === 'shopify_payments' ? 'Shopify Payments' : each)).join(', ');

export const statusBadge = (status, t) =>
  status === null ? null : badge(t.status[status] ?? status, tones[status]);

export const holdBadge = (hold, t) =>
  badge(hold.byApp ? t.holdByApp : t.holdByMerchant, hold.byApp ? 'warn' : 'info');

export const riskBadges = (risk, t) =>
  risk.map(({ by, level }) => badge(`${by}: ${t.status[level] ?? level}`, tones[level]));

const row = (order, page) => {
  const t = words(page.locale);
  const open = () => page.go(`/orders/${order.id}`);
  return h(
    'tr',
    { class: order.cancelledAt ? 'cancelled' : null, onClick: open, 'data-order': order.name },
    h('td', {}, h('a', { href: `/orders/${order.id}` }, order.name)),
    h('td', {}, when(order.createdAt, page.locale)),
    h('td', { class: 'buyer' }, order.buyer ?? '—'),
    h('td', { class: 'number' }, money(order.total, order.currency, page.locale)),
    h(
      'td',
      {},
      order.cancelledAt ? badge(t.cancelled, 'off') : null,
      statusBadge(order.payment, t),
      h('small', {}, gatewayNames(order.gateways)),
    ),
    h(
      'td',
      {},
      statusBadge(order.fulfillment, t),
      ...order.holds.map((hold) => holdBadge(hold, t)),
    ),
    h('td', {}, ...riskBadges(order.risk, t)),
    h('td', {}, ...order.tags.map((tag) => badge(tag, 'tag'))),
  );
};

function arrivalForm(page) {
  const t = words(page.locale);
  const kind = h(
    'select',
    { id: 'kind', 'aria-label': t.arrive },
    h('option', { value: '' }, t.anyKind),
    ...page.config.kinds.map((each) => h('option', { value: each }, t.kinds[each] ?? each)),
  );
  kind.value = page.kind ?? '';
  const place = async () => {
    page.kind = kind.value;
    const refusal = await act('place', { shop: page.shop, kind: kind.value || null });
    if (refusal) page.toast(refusal, { isError: true });
    await page.refresh();
  };
  return h(
    'div',
    { class: 'arrival' },
    kind,
    h('button', { class: 'primary', type: 'button', onClick: place }, t.arrive),
  );
}

/** The store's orders, newest first. Shown again every two seconds; the form above is made once. */
export function ordersPage(page) {
  const t = words(page.locale);
  const body = h('tbody');
  const heads = [t.order, t.date, t.buyer, t.total, t.payment, t.fulfillment, t.risk, t.tags];
  const empty = h('p', { class: 'empty', hidden: true }, t.noOrders);
  const element = h(
    'div',
    { class: 'page' },
    h('div', { class: 'head' }, h('h1', {}, t.orders), arrivalForm(page)),
    h(
      'div',
      { class: 'card' },
      h(
        'table',
        {},
        h('thead', {}, h('tr', {}, ...heads.map((head) => h('th', { scope: 'col' }, head)))),
        body,
      ),
      empty,
    ),
  );
  let shown = '';
  const update = async () => {
    const { orders } = await getJson(`/store/orders?shop=${encodeURIComponent(page.shop)}`);
    const now = JSON.stringify(orders);
    if (now === shown) return;
    shown = now;
    empty.hidden = orders.length > 0;
    body.replaceChildren(...orders.map((order) => row(order, page)));
  };
  return { element, update };
}
