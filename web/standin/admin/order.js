import { act, getJson, h } from './dom.js';
import { badge, gatewayNames, holdBadge, statusBadge } from './orders.js';
import { money, when, words } from './words.js';

const lines = (title, ...children) => h('div', { class: 'card' }, h('h2', {}, title), ...children);

function address(each, t) {
  if (!each) return h('p', {}, t.none);
  const parts = [
    each.zip ? `〒${each.zip}` : null,
    `${each.province ?? ''}${each.city ?? ''}${each.address1 ?? ''}`,
    each.address2,
    each.company,
    [each.lastName, each.firstName].filter(Boolean).join(' '),
    each.phone,
  ];
  return h('p', {}, ...parts.filter(Boolean).flatMap((part) => [part, h('br')]));
}

function riskCard(order, t) {
  if (order.risk.length === 0) return lines(t.risk, h('p', {}, t.none));
  return lines(
    t.risk,
    ...order.risk.map((each) =>
      h(
        'section',
        { class: 'risk' },
        h('h3', {}, `${each.by} `, statusBadge(each.level, t)),
        h(
          'ul',
          {},
          ...each.facts.map((fact) =>
            h('li', { class: fact.sentiment.toLowerCase() }, fact.description),
          ),
        ),
      ),
    ),
  );
}

function moneyCard(order, page) {
  const t = words(page.locale);
  const sum = (amount) => money(amount, order.currency, page.locale);
  const rows = [
    [t.total, order.total],
    [t.authorized, order.money.authorized],
    [t.captured, order.money.captured],
    [t.refunded, order.money.refunded],
    [t.outstanding, order.money.outstanding],
  ];
  return lines(
    t.money,
    h('p', {}, statusBadge(order.money.status, t), ` ${gatewayNames(order.money.gateways)}`),
    h('dl', {}, ...rows.flatMap(([name, amount]) => [h('dt', {}, name), h('dd', {}, sum(amount))])),
    h('h3', {}, t.transactions),
    h(
      'ul',
      {},
      ...order.money.transactions.map((each) =>
        h(
          'li',
          {},
          `${t.status[each.kind] ?? each.kind} ${sum(each.amount)} — ${t.status[each.status] ?? each.status}`,
          each.cvv ? `（CVV ${each.cvv}）` : '',
        ),
      ),
    ),
  );
}

function shipmentCard(order, t) {
  return lines(
    t.shipments,
    h('p', {}, statusBadge(order.fulfillment, t)),
    ...order.fulfillmentOrders.map((part) =>
      h(
        'section',
        {},
        h(
          'p',
          {},
          `${part.location} — ${t.sum.replace('{quantity}', part.units)} `,
          statusBadge(part.status, t),
        ),
        ...part.holds.map((hold) =>
          h('p', { class: 'hold' }, holdBadge(hold, t), ` ${hold.handle} ${hold.notes ?? ''}`),
        ),
      ),
    ),
  );
}

function buttons(order, page, update) {
  const t = words(page.locale);
  const button = (action, label) =>
    h(
      'button',
      {
        type: 'button',
        onClick: async () => {
          const refusal = await act(action, { shop: page.shop, order: order.id });
          if (refusal) page.toast(refusal, { isError: true });
          await update();
        },
      },
      label,
    );
  const open = () => page.go(`/apps/sekisho/orders/${order.id}`);
  const live = order.cancelledAt === null;
  const held = order.holds.length > 0;
  const shippable = order.fulfillmentOrders.some((part) => part.status === 'OPEN');
  return h(
    'div',
    { class: 'actions' },
    h('button', { class: 'primary', type: 'button', onClick: open }, t.openInApp),
    live && shippable && !held ? button('ship', t.ship) : null,
    live && (order.money.authorized > 0 || order.money.outstanding > 0)
      ? button('pay', t.pay)
      : null,
    live && shippable ? button('hold', t.holdIt) : null,
    live && held ? button('release', t.releaseAll) : null,
    live && shippable && order.fulfillmentOrders.some((part) => part.units > 1)
      ? button('split', t.split)
      : null,
    live && order.fulfillment === 'UNFULFILLED' ? button('cancel', t.cancel) : null,
  );
}

const itemsCard = (order, page) =>
  lines(
    words(page.locale).items,
    h(
      'ul',
      {},
      ...order.items.map((item) =>
        h(
          'li',
          {},
          `${item.title} × ${item.quantity} — ${money(item.price, order.currency, page.locale)}`,
        ),
      ),
    ),
  );

function contactCard(order, t) {
  const facts = [order.email, order.phone, order.clientIp ? `IP ${order.clientIp}` : null];
  return lines(
    t.contact,
    ...facts.filter(Boolean).map((fact) => h('p', {}, fact)),
    h('h3', {}, t.note),
    h('p', {}, order.note ?? t.none),
    ...order.attributes.map(({ key, value }) => h('p', {}, `${key}: ${value ?? ''}`)),
    h('h3', {}, t.mails),
    h('p', {}, order.mailsToBuyer.map((mail) => t.status[mail] ?? mail).join('、') || t.none),
  );
}

function orderView(order, page, update) {
  const t = words(page.locale);
  const back = (event) => {
    event.preventDefault();
    page.go('/orders');
  };
  return [
    h('a', { href: '/orders', onClick: back }, `← ${t.back}`),
    h(
      'div',
      { class: 'head' },
      h(
        'h1',
        {},
        `${order.name} `,
        order.cancelledAt ? badge(t.cancelled, 'off') : null,
        ...order.tags.map((tag) => badge(tag, 'tag')),
      ),
      buttons(order, page, update),
    ),
    h('p', { class: 'sub' }, `${when(order.createdAt, page.locale)} — ${order.buyer ?? ''}`),
    h(
      'div',
      { class: 'two' },
      h('div', {}, itemsCard(order, page), shipmentCard(order, t), moneyCard(order, page)),
      h(
        'div',
        {},
        riskCard(order, t),
        lines(t.address, address(order.shippingAddress, t)),
        lines(t.billing, address(order.billingAddress, t)),
        contactCard(order, t),
      ),
    ),
  ];
}

/** One order with everything that the store knows of it, shown again every two seconds. */
export function orderPage(page, id) {
  const element = h('div', { class: 'page' });
  let shown = '';
  const update = async () => {
    const query = new URLSearchParams({ shop: page.shop, id });
    const { order } = await getJson(`/store/order?${query}`);
    const now = JSON.stringify(order);
    if (now === shown) return;
    shown = now;
    element.replaceChildren(...orderView(order, page, update));
  };
  return { element, update };
}
