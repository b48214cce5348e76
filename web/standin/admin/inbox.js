import { getJson, h } from './dom.js';
import { when, words } from './words.js';

/** What the demo's mail server has caught: the mails that buyers and staff would have got. */
export function inboxPage(page) {
  const t = words(page.locale);
  const list = h('div', { class: 'mails' });
  const empty = h('p', { class: 'empty', hidden: true }, t.noMails);
  const element = h(
    'div',
    { class: 'page' },
    h('div', { class: 'head' }, h('h1', {}, t.inbox)),
    h('p', {}, t.inboxAbout),
    h('div', { class: 'card' }, list, empty),
  );
  let shown = '';
  const update = async () => {
    const { mails } = await getJson(`/store/mails?shop=${encodeURIComponent(page.shop)}`);
    const now = JSON.stringify(mails);
    if (now === shown) return;
    const open = new Set([...list.querySelectorAll('details[open]')].map((each) => each.id));
    shown = now;
    empty.hidden = mails.length > 0;
    list.replaceChildren(...mails.map((mail) => entry(mail, page, open)));
  };
  return { element, update };
}

function entry(mail, page, open) {
  const t = words(page.locale);
  const id = `mail-${mail.id}`;
  const line = (name, value) => value && h('p', { class: 'mail-line' }, `${name}: ${value}`);
  return h(
    'details',
    { id, open: open.has(id), class: 'mail' },
    h(
      'summary',
      {},
      h('strong', {}, mail.subject),
      h('small', {}, `${when(mail.at, page.locale)} · ${mail.to}`),
    ),
    line(t.mailFrom, mail.from),
    line(t.mailTo, mail.to),
    line(t.mailReplyTo, mail.replyTo),
    h('div', { class: 'mail-text' }, ...withLinks(mail.text)),
  );
}

/** Addresses in the text can be opened, as a mail program offers it. */
const withLinks = (text) =>
  text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, n) =>
      n % 2 === 1
        ? h('a', { href: part, target: '_blank', rel: 'noopener noreferrer' }, part)
        : part,
    );
