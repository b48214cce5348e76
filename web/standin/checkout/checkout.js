import { prefectures, words } from './words.js';

const asked = new URLSearchParams(location.search);
const locale = asked.get('locale') === 'en' ? 'en' : 'ja';
const t = words(locale);
const shop = asked.get('shop') ?? (await firstShop());

const buyer = {
  email: 'reidai.hanako@example.com',
  phone: '090-1234-5678',
  lastName: '例題',
  firstName: '花子',
  company: '',
  zip: '150-0001',
  provinceCode: 'JP-13',
  city: '渋谷区',
  address1: '神宮前99-1-1',
  address2: '',
  amount: 3000,
  quantity: 1,
  signedIn: false,
};
let chosen = '';
let turn = 0;

async function firstShop() {
  const config = await (await fetch('/store/config')).json();
  return config.shops[0].domain;
}

function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2).toLowerCase(), value);
    else element.setAttribute(key, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== false));
  return element;
}

const ask = (what, body = {}) =>
  fetch(`/store/checkout/${what}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ shop, language: locale, ...buyer, ...body }),
  });

/** Functions run again as the buyer types, as they do at Shopify. */
function changed(name, value) {
  buyer[name] = value;
  void look();
}

function field(name, options = {}) {
  const input = h('input', {
    id: name,
    name,
    value: buyer[name],
    'aria-describedby': `${name}-error`,
    ...options,
    onChange: (event) =>
      changed(name, options.type === 'number' ? Number(event.target.value) : event.target.value),
  });
  const error = h('p', { id: `${name}-error`, class: 'error', role: 'alert' });
  return h('div', { class: 'field' }, h('label', { for: name }, t[name]), input, error);
}

function prefecture() {
  const select = h(
    'select',
    { id: 'provinceCode', onChange: (event) => changed('provinceCode', event.target.value) },
    ...prefectures.map(([code, name]) => h('option', { value: code }, name)),
  );
  select.value = buyer.provinceCode;
  const label = h('label', { for: 'provinceCode' }, t.provinceCode);
  return h('div', { class: 'field' }, label, select, h('p', { id: 'provinceCode-error' }));
}

function signedIn() {
  const box = h('input', {
    id: 'signedIn',
    type: 'checkbox',
    onChange: (event) => changed('signedIn', event.target.checked),
  });
  return h('div', { class: 'check' }, box, h('label', { for: 'signedIn' }, t.signedIn));
}

const part = (title, ...children) => h('section', {}, h('h2', {}, title), ...children);

function draw() {
  document.documentElement.lang = locale;
  document.title = t.title;
  const other = new URLSearchParams({ shop, locale: locale === 'ja' ? 'en' : 'ja' });
  document
    .getElementById('checkout')
    .replaceChildren(
      h('p', { class: 'about' }, t.about, ' ', h('a', { href: `/checkout?${other}` }, t.language)),
      h('h1', { id: 'shop' }, t.title),
      part(
        t.cart,
        field('amount', { type: 'number', min: 1 }),
        field('quantity', { type: 'number', min: 1 }),
      ),
      part(t.contact, field('email', { type: 'email' }), signedIn()),
      part(
        t.delivery,
        ...['lastName', 'firstName', 'company', 'zip'].map((name) => field(name)),
        prefecture(),
        ...['city', 'address1', 'address2', 'phone'].map((name) => field(name)),
      ),
      part(t.payment, h('fieldset', { id: 'methods' }, h('legend', {}, t.payment))),
      h('div', { id: 'notices' }),
      h('div', { id: 'errors', role: 'alert' }),
      h('button', { id: 'place', type: 'button', onClick: place }, t.place),
      h('p', { id: 'placed', role: 'status' }),
    );
}

async function look() {
  turn += 1;
  const mine = turn;
  const response = await ask('look');
  if (mine !== turn) return;
  if (!response.ok) return showErrors([{ message: t.failed, target: '$.cart' }]);
  const view = await response.json();
  document.getElementById('shop').textContent = view.name;
  showNotices(view.notices);
  showMethods(view.methods);
  showErrors(view.errors);
  document.getElementById('checkout').dataset.turn = String(mine);
}

/** What the app's blocks print; where they stand in a real store is said beside them. */
function showNotices(notices) {
  const notice = ({ key, lines }) =>
    h(
      'section',
      { class: 'notice', 'data-notice': key },
      h('h2', {}, t.notice[key]),
      ...lines.map((line) => h('p', {}, line)),
    );
  const about = notices.length > 0 && h('p', { class: 'about' }, t.noticeAbout);
  document
    .getElementById('notices')
    .replaceChildren(...[...notices.map(notice), about].filter(Boolean));
}

function showMethods(methods) {
  const seen = methods.filter(({ hidden }) => !hidden);
  if (!seen.some(({ id }) => id === chosen)) chosen = seen[0]?.id ?? '';
  const option = ({ id, name }) => {
    const input = h('input', {
      type: 'radio',
      name: 'method',
      id,
      value: id,
      checked: id === chosen,
      onChange: () => {
        chosen = id;
      },
    });
    return h('div', { class: 'check' }, input, h('label', { for: id }, name));
  };
  document
    .getElementById('methods')
    .replaceChildren(h('legend', {}, t.payment), ...seen.map(option));
}

/** Beside the field that it is about; what is about the whole cart above the button. */
function showErrors(errors) {
  for (const each of document.querySelectorAll('p.error')) each.textContent = '';
  const general = [];
  for (const { message, target } of errors) {
    const name = /deliveryAddress\.(\w+)$/.exec(target)?.[1];
    const place = name ? document.getElementById(`${name}-error`) : null;
    if (place) place.textContent = message;
    else general.push(message);
  }
  document.getElementById('errors').replaceChildren(...general.map((text) => h('p', {}, text)));
}

async function place() {
  const response = await ask('place', { method: chosen });
  const answer = await response.json();
  if (response.ok) {
    document.getElementById('placed').textContent = t.placed(answer.order);
    return;
  }
  if (answer.methods) showMethods(answer.methods);
  const errors = answer.errors ?? [];
  showErrors(errors.length > 0 ? errors : [{ message: t.refused, target: '$.cart' }]);
}

draw();
await look();
