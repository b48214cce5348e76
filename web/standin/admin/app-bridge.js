/**
 * Stands for Shopify's App Bridge in the demo: the same `window.shopify`, talking to the stand-in's admin page
 * instead of Shopify's. Never served outside the demo. It trusts the page that frames it; which page that may
 * be is said by the app's `frame-ancestors`.
 */
(() => {
  const asked = new URLSearchParams(location.search);
  const kept = (key) => asked.get(key) ?? sessionStorage.getItem(`bridge-${key}`) ?? '';
  const context = { shop: kept('shop'), host: kept('host'), locale: kept('locale') || 'ja' };
  for (const [key, value] of Object.entries(context))
    sessionStorage.setItem(`bridge-${key}`, value);
  const apiKey = document.querySelector('meta[name="shopify-api-key"]')?.content ?? '';

  const waiting = new Map();
  const toasts = new Map();
  let last = 0;

  const tell = (type, message = {}) =>
    window.parent.postMessage({ sekisho: 1, type, ...message }, '*');
  const ask = (type, message = {}) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      tell(type, { id: last, ...message });
    });

  /** @type {import('@shopify/app-bridge-types').ShopifyGlobal['toast']} */
  const toast = {
    show(message, options = {}) {
      last += 1;
      const id = String(last);
      toasts.set(id, options);
      const { duration, isError, action } = options;
      tell('toast', { id, message, options: { duration, isError, action } });
      return id;
    },
    hide: (id) => tell('hideToast', { id }),
  };

  const barOf = (id) => document.getElementById(id);
  const barButtons = (bar) => [...(bar?.querySelectorAll('button') ?? [])];
  const primary = (bar) =>
    barButtons(bar).find((each) => each.getAttribute('variant') === 'primary');
  const secondary = (bar) =>
    barButtons(bar).find((each) => each.getAttribute('variant') !== 'primary');

  /** @type {import('@shopify/app-bridge-types').ShopifyGlobal['saveBar']} */
  const saveBar = {
    async show(id) {
      const bar = barOf(id);
      tell('saveBar', {
        id,
        shown: true,
        save: primary(bar)?.textContent.trim(),
        discard: secondary(bar)?.textContent.trim(),
      });
    },
    hide: async (id) => tell('saveBar', { id, shown: false }),
    toggle: async () => undefined,
    leaveConfirmation: async () => {
      if (!(await ask('leave'))) throw new Error('The person stays');
    },
  };

  const modalOf = (id) => document.getElementById(id);
  const modal = {
    show: async (id) => modalOf(id)?.setAttribute('open', ''),
    hide: async (id) => modalOf(id)?.removeAttribute('open'),
    toggle: async (id) => modalOf(id)?.toggleAttribute('open'),
  };

  window.shopify = {
    config: { apiKey, ...context, appOrigins: [], disabledFeatures: [] },
    origin: location.origin,
    ready: Promise.resolve(),
    environment: { embedded: true, mobile: false, pos: false, intent: false },
    idToken: () => ask('idToken'),
    user: () => ask('user'),
    loading: (on = true) => tell('loading', { on }),
    toast,
    saveBar,
    modal,
  };

  const hears = {
    reply({ id, value, error }) {
      const waiter = waiting.get(id);
      waiting.delete(id);
      if (error) waiter?.reject(new Error(error));
      else waiter?.resolve(value);
    },
    toastAction: ({ id }) => toasts.get(id)?.onAction?.(),
    toastDismissed: ({ id }) => toasts.get(id)?.onDismiss?.(),
    saveBarButton({ id, button }) {
      const bar = barOf(id);
      if (bar instanceof HTMLFormElement) button === 'save' ? bar.requestSubmit() : bar.reset();
      else (button === 'save' ? primary(bar) : secondary(bar))?.click();
    },
    navigate({ path }) {
      const links = [...document.querySelectorAll('s-app-nav a, ui-nav-menu a, s-app-nav s-link')];
      const link = links.find((each) => each.getAttribute('href') === path);
      const event = new CustomEvent('shopify:navigate', { bubbles: true, cancelable: true });
      if (link) link.dispatchEvent(event);
      else {
        history.pushState(null, '', path);
        window.dispatchEvent(new PopStateEvent('popstate', { state: null }));
      }
    },
  };
  window.addEventListener('message', (event) => {
    if (event.source !== window.parent || event.data?.sekisho !== 1) return;
    hears[event.data.type]?.(event.data);
  });

  /** Adds the session token to requests of the app's own origin that carry none. */
  const send = window.fetch;
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    const own = new URL(request.url).origin === location.origin;
    if (!own || request.headers.has('Authorization')) return send(request);
    const headers = new Headers(request.headers);
    headers.set('Authorization', `Bearer ${await window.shopify.idToken()}`);
    headers.set('Accept-Language', context.locale);
    return send(new Request(request, { headers }));
  };

  let place = null;
  const tellPlace = () => {
    const search = new URLSearchParams(location.search);
    for (const key of [
      'shop',
      'host',
      'embedded',
      'locale',
      'id_token',
      'session',
      'timestamp',
      'hmac',
    ]) {
      search.delete(key);
    }
    const query = search.size > 0 ? `?${search}` : '';
    const path = `${location.pathname}${query}`;
    if (path !== place) tell('location', { path });
    place = path;
  };
  for (const name of ['pushState', 'replaceState']) {
    const original = history[name];
    history[name] = function moved(...given) {
      original.apply(this, given);
      tellPlace();
    };
  }
  window.addEventListener('popstate', tellPlace);

  /** What Shopify's elements declare is drawn by the admin page, not inside the frame. */
  let told = '';
  const tellElements = () => {
    const nav = document.querySelector('s-app-nav, ui-nav-menu');
    const links = [...(nav?.querySelectorAll('a, s-link') ?? [])].map((each) => ({
      href: each.getAttribute('href') ?? '/',
      label: each.textContent.trim(),
    }));
    const title = document.querySelector('ui-title-bar')?.getAttribute('title') ?? null;
    const now = JSON.stringify({ links, title });
    if (now === told) return;
    told = now;
    if (nav) tell('nav', { links });
    if (title) tell('title', { title });
  };

  const hidden = new CSSStyleSheet();
  hidden.replaceSync(
    's-app-nav, ui-nav-menu, ui-title-bar, ui-save-bar { display: none } ui-modal:not([open]) { display: none }',
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, hidden];

  /** Links into Shopify admin lead to the page that stands for it. */
  const adminLink = 'a[href^="shopify:"], a[href^="https://admin.shopify.com/store/"]';
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest(adminLink) : null;
    if (!link) return;
    event.preventDefault();
    tell('open', { url: link.getAttribute('href') });
  });
  const barForms = new Set();
  const formChanged = (event) => {
    const form =
      event.target instanceof Element ? event.target.closest('form[data-save-bar]') : null;
    if (!form || barForms.has(form)) return;
    last += 1;
    form.id ||= `save-bar-form-${last}`;
    barForms.add(form);
    const clean = () => {
      barForms.delete(form);
      void saveBar.hide(form.id);
    };
    form.addEventListener('reset', clean, { once: true });
    form.addEventListener('submit', clean, { once: true });
    void saveBar.show(form.id);
  };
  document.addEventListener('input', formChanged);
  new MutationObserver(tellElements).observe(document, { childList: true, subtree: true });
  tellPlace();
})();
