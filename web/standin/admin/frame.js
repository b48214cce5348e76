import { showToast } from './chrome.js';
import { getJson, h } from './dom.js';
import { words } from './words.js';

const prefix = '/apps/sekisho';

/**
 * The embedded app in its frame, and the other end of its App Bridge: session tokens, toasts, the bar for
 * unsaved changes, the address. Only messages of that frame and of the app's origin are heard.
 */
export function appPage(page) {
  const t = words(page.locale);
  const { appOrigin } = page.config;
  const frame = h('iframe', { id: 'app', title: 'Sekisho', name: 'app-iframe' });
  const bar = h('div', { id: 'save-bar', hidden: true, role: 'region', 'aria-label': t.unsaved });
  const progress = h('div', { id: 'progress', hidden: true });
  const element = h('div', { class: 'app' }, bar, progress, frame);
  const toasts = new Map();
  let barId = null;

  const tell = (message) => frame.contentWindow?.postMessage({ sekisho: 1, ...message }, appOrigin);
  const reply = (id, value, error) => tell({ type: 'reply', id, value, error });
  const token = async () => {
    const query = new URLSearchParams({ shop: page.shop, user: page.staff });
    return (await getJson(`/store/session-token?${query}`)).token;
  };

  const hears = {
    idToken: ({ id }) =>
      token().then(
        (value) => reply(id, value),
        (error) => reply(id, null, String(error)),
      ),
    user: ({ id }) => {
      const me = page.staffList().find((each) => each.id === page.staff);
      const [lastName, firstName] = me.name.split(' ');
      const type = me.owner ? 'owner' : 'staff';
      reply(id, { id: Number(me.id), firstName, lastName, email: me.email, accountAccess: type });
    },
    toast: ({ id, message, options }) => {
      const press = (type) => () => tell({ type, id });
      const heard = { onAction: press('toastAction'), onDismiss: press('toastDismissed') };
      toasts.set(id, showToast(message, { ...options, ...heard }));
    },
    hideToast: ({ id }) => toasts.get(id)?.(),
    saveBar: ({ id, shown, save, discard }) => {
      barId = shown ? id : barId === id ? null : barId;
      bar.hidden = barId === null;
      if (shown) drawBar(id, save, discard);
    },
    leave: async ({ id }) => {
      if (barId === null) return reply(id, true);
      const leaving = await ask(t);
      if (leaving) bar.hidden = true;
      if (leaving) barId = null;
      return reply(id, leaving);
    },
    loading: ({ on }) => {
      progress.hidden = !on;
    },
    nav: ({ links }) => page.setAppLinks(links),
    title: ({ title }) => {
      document.title = `${title} — ${page.shopName()}`;
    },
    location: ({ path }) => page.appMoved(`${prefix}${path === '/' ? '' : path}`),
    open: ({ url }) => page.openFromApp(url),
  };

  function drawBar(id, save, discard) {
    const press = (button) => () => tell({ type: 'saveBarButton', id, button });
    bar.replaceChildren(
      h('span', {}, t.unsaved),
      h('button', { type: 'button', onClick: press('discard') }, discard || t.discard),
      h('button', { type: 'button', class: 'primary', onClick: press('save') }, save || t.save),
    );
  }

  const listen = (event) => {
    if (event.source !== frame.contentWindow || event.origin !== appOrigin) return;
    if (event.data?.sekisho !== 1) return;
    hears[event.data.type]?.(event.data);
  };
  window.addEventListener('message', listen);

  const load = async () => {
    const path = location.pathname.slice(prefix.length) || '/';
    const url = new URL(path, appOrigin);
    for (const [key, value] of new URLSearchParams(location.search))
      url.searchParams.set(key, value);
    const handle = page.shop.replace('.myshopify.com', '');
    const host = btoa(`admin.shopify.com/store/${handle}`).replace(/=+$/, '');
    const parameters = { shop: page.shop, host, embedded: '1', locale: page.locale };
    for (const [key, value] of Object.entries(parameters)) url.searchParams.set(key, value);
    url.searchParams.set('id_token', await token());
    frame.src = url.href;
  };

  return {
    element,
    load,
    update: async () => undefined,
    /** A click in the store's own menu: the app goes there itself, without loading anew. */
    navigate: (path) => tell({ type: 'navigate', path }),
    /** False where the person stays because of unsaved changes. */
    mayLeave: async () => barId === null || (await ask(t)),
    close: () => window.removeEventListener('message', listen),
  };
}

function ask(t) {
  return new Promise((resolve) => {
    const answer = (value) => () => {
      dialog.close();
      dialog.remove();
      resolve(value);
    };
    const dialog = h(
      'dialog',
      { class: 'ask' },
      h('p', {}, t.leaveQuestion),
      h('button', { type: 'button', onClick: answer(false) }, t.stay),
      h('button', { type: 'button', class: 'primary', onClick: answer(true) }, t.leave),
    );
    dialog.addEventListener('cancel', answer(false));
    document.body.append(dialog);
    dialog.showModal();
  });
}
