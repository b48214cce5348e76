import { h } from './dom.js';
import { words } from './words.js';

/** Top bar and left navigation: store, member of staff, language, and the way to orders and app. */
export function drawChrome(page) {
  const t = words(page.locale);
  document.documentElement.lang = page.locale;
  document.title = `${page.shopName()} — ${t.title}`;
  document
    .getElementById('top')
    .replaceChildren(
      h('strong', {}, page.shopName()),
      h('span', { class: 'notice' }, t.notice),
      choice('shop', t.store, page.shop, page.config.shops.map(shopOption), page.changeShop),
      choice('staff', t.staff, page.staff, page.staffList().map(staffOption(t)), page.changeStaff),
      h('button', { id: 'language', type: 'button', onClick: page.changeLanguage }, t.language),
    );
  drawSide(page);
}

const shopOption = ({ domain, name }) => [domain, name];
const staffOption = (t) => (each) => [
  each.id,
  `${each.name}（${each.owner ? t.owner : t.partTimer}）`,
];

function choice(id, label, value, options, change) {
  const select = h(
    'select',
    { id, 'aria-label': label, onChange: (event) => change(event.target.value) },
    ...options.map(([key, text]) => h('option', { value: key }, text)),
  );
  select.value = value;
  return select;
}

/** The app's own pages stand under its name, as it declared them in `s-app-nav`. */
export function drawSide(page) {
  const t = words(page.locale);
  const path = location.pathname;
  const link = (href, text, here, sub = false) =>
    h(
      'a',
      {
        href,
        class: sub ? 'sub' : null,
        'aria-current': here ? 'page' : null,
        onClick: (event) => {
          event.preventDefault();
          page.go(href);
        },
      },
      text,
    );
  const inApp = path.startsWith('/apps/sekisho');
  const appPath = inApp ? path.slice('/apps/sekisho'.length) || '/' : null;
  document
    .getElementById('side')
    .replaceChildren(
      link('/orders', t.orders, path.startsWith('/orders')),
      h(
        'a',
        { href: `/checkout?shop=${page.shop}&locale=${page.locale}`, target: '_blank' },
        t.checkout,
      ),
      ...(page.config.hasInbox ? [link('/inbox', t.inbox, path === '/inbox')] : []),
      h('h2', {}, t.apps),
      link('/apps/sekisho', 'Sekisho', inApp && page.appLinks.length === 0),
      ...page.appLinks.map(({ href, label }) =>
        link(`/apps/sekisho${href === '/' ? '' : href}`, label, isHere(href, appPath), true),
      ),
    );
}

const isHere = (href, appPath) =>
  appPath !== null && (href === '/' ? appPath === '/' : appPath.startsWith(href));

/** Said at the foot of the page and gone after a while; one button where something can be undone. */
export function showToast(message, options = {}) {
  const toast = h('div', { class: options.isError ? 'toast error' : 'toast' }, message);
  const close = () => {
    toast.remove();
    options.onDismiss?.();
  };
  if (options.action) {
    const press = () => {
      options.onAction?.();
      close();
    };
    toast.append(h('button', { type: 'button', onClick: press }, options.action));
  }
  toast.append(
    h('button', { type: 'button', class: 'close', 'aria-label': '×', onClick: close }, '×'),
  );
  document.getElementById('toasts').append(toast);
  setTimeout(() => toast.isConnected && close(), options.duration ?? 5000);
  return close;
}
