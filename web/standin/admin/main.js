import { drawChrome, drawSide, showToast } from './chrome.js';
import { getJson } from './dom.js';
import { appPage } from './frame.js';
import { inboxPage } from './inbox.js';
import { orderPage } from './order.js';
import { ordersPage } from './orders.js';

const pollMs = 2000;
const remembered = (key) => localStorage.getItem(`sekisho-admin-${key}`);
const remember = (key, value) => localStorage.setItem(`sekisho-admin-${key}`, value);

const config = await getJson('/store/config');
const asked = new URLSearchParams(location.search);
const shopOf = (domain) => config.shops.find((shop) => shop.domain === domain);
const shop = shopOf(asked.get('shop')) ?? shopOf(remembered('shop')) ?? config.shops[0];

let shown = null;

/** What every part of the page may know and do. */
const page = {
  config,
  shop: shop.domain,
  staff: remembered('staff') ?? shop.staff[0].id,
  locale: asked.get('locale') ?? remembered('locale') ?? 'ja',
  kind: '',
  appLinks: [],
  toast: showToast,
  shopName: () => shopOf(page.shop).name,
  staffList: () => shopOf(page.shop).staff,
  changeShop: (domain) => choose('shop', domain),
  changeStaff: (id) => choose('staff', id),
  changeLanguage: () => choose('locale', page.locale === 'ja' ? 'en' : 'ja'),
  refresh: () => shown?.update(),
  setAppLinks(links) {
    page.appLinks = links;
    drawSide(page);
  },
  /** The app moved inside its frame: its place is kept in the address, so that it can be come back to. */
  appMoved(path) {
    if (location.pathname === path.split('?')[0]) return;
    history.replaceState(null, '', path);
    drawSide(page);
  },
  openFromApp(url) {
    const order = /\/orders\/(\d+)/.exec(url)?.[1];
    if (order) void page.go(`/orders/${order}`);
  },
  async go(path) {
    const inApp = path.startsWith('/apps/sekisho');
    if (inApp && shown?.navigate) {
      shown.navigate(path.slice('/apps/sekisho'.length) || '/');
      return;
    }
    if (shown?.mayLeave && !(await shown.mayLeave())) return;
    history.pushState(null, '', path);
    show();
  },
};

function choose(what, value) {
  page[what] = value;
  remember(what, value);
  if (what === 'shop' && !page.staffList().some((each) => each.id === page.staff)) {
    page.staff = page.staffList()[0].id;
  }
  show();
}

/** Shows what the address names: the store's orders, one of them, or the app. */
function show() {
  shown?.close?.();
  if (location.pathname === '/') history.replaceState(null, '', '/apps/sekisho');
  const order = /^\/orders\/(\d+)/.exec(location.pathname)?.[1];
  if (location.pathname.startsWith('/apps/')) shown = appPage(page);
  else if (location.pathname === '/inbox') shown = inboxPage(page);
  else shown = order ? orderPage(page, order) : ordersPage(page);
  document.getElementById('content').replaceChildren(shown.element);
  drawChrome(page);
  void shown.load?.();
  void shown.update().catch(() => undefined);
}

window.addEventListener('popstate', show);
show();
setInterval(
  () => document.visibilityState === 'visible' && shown.update().catch(() => undefined),
  pollMs,
);
