import type { AnswerView, ShopContact } from '../../contract/answer-page.ts';
import type { Locale } from '../../contract/level.ts';
import { escapeHtml } from '../escape-html.ts';
import { answerStyle } from './answer-style.ts';
import { type AnswerWords, answerWords, type Told } from './answer-words.ts';

type Known = Exclude<AnswerView, { kind: 'gone' }>;

/** The whole page; everything that comes from an order or a shop is escaped. Needs no script. */
export function answerHtml(view: AnswerView | { kind: 'busy' }, locale: Locale): string {
  const words = answerWords[locale];
  if (view.kind === 'gone' || view.kind === 'busy') {
    return page(locale, words.heading[view.kind], told(words, view.kind));
  }
  const body = view.kind === 'question' ? question(view, locale) : result(view, words);
  const title = view.kind === 'question' ? words.title : words.heading[toldOf(view)];
  return page(locale, title, `${body}${reach(view.shop, words)}`);
}

function page(locale: Locale, title: string, body: string): string {
  const { other } = answerWords[locale];
  const language = locale === 'ja' ? 'en' : 'ja';
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${answerStyle}</style>
</head>
<body>
<main>${body}</main>
<footer><a href="?lang=${language}" hreflang="${language}" lang="${language}">${other}</a></footer>
</body>
</html>
`;
}

/** The form goes to the page's own address, with the language that it is read in. */
function question(view: Known, locale: Locale): string {
  const words = answerWords[locale];
  return card(`<h1>${words.title}</h1>
<p>${escapeHtml(words.intro(view.shop.name))}</p>
${goods(view, words)}
<p class="question" id="question">${words.question}</p>
<p class="soft">${words.hint}</p>
<form method="post" action="?lang=${locale}" aria-labelledby="question">
<div class="buttons">
<button class="yes" name="answer" value="ordered">${words.ordered}</button>
<button name="answer" value="not-ordered">${words.notOrdered}</button>
</div>
</form>
<p class="soft">${words.nothingYet}</p>`);
}

function result(view: Known, words: AnswerWords): string {
  const what = toldOf(view);
  const change = view.kind === 'answered' ? `<p class="soft">${words.change}</p>` : '';
  return card(`${sentences(words, what)}${goods(view, words)}${change}`);
}

const toldOf = ({ kind, answer }: Known): Told =>
  kind === 'question' || kind === 'answered' ? (answer ?? 'confirmed') : kind;

const told = (words: AnswerWords, what: Told): string => card(sentences(words, what));

const sentences = (words: AnswerWords, what: Told): string =>
  [`<h1>${words.heading[what]}</h1>`, ...words.lines[what].map((line) => `<p>${line}</p>`)].join(
    '\n',
  );

const card = (html: string): string => `<div class="card">${html}</div>`;

function goods({ order, goods: items }: Known, words: AnswerWords): string {
  const lines = items.map(
    ({ title, quantity }) =>
      `<li>${escapeHtml(title)} <span class="soft">${words.quantity(quantity)}</span></li>`,
  );
  const list =
    lines.length === 0 ? '' : `<dt>${words.goods}</dt><dd><ul>${lines.join('')}</ul></dd>`;
  return `<dl><dt>${words.order}</dt><dd>${escapeHtml(order)}</dd>${list}</dl>`;
}

/** Left out where the shop has not said how: the mail itself can be answered. */
function reach(shop: ShopContact, words: AnswerWords): string {
  const rows = [
    row(words.phone, shop.phone, `tel:${shop.phone.replace(/[^\d+]/g, '')}`),
    row(words.mail, shop.mail, `mailto:${shop.mail}`),
    row(words.hours, shop.hours),
    row(words.closed, shop.closed),
  ].join('');
  if (rows === '') return '';
  const name = shop.name === '' ? '' : `<p>${escapeHtml(shop.name)}</p>`;
  return card(`<h2>${words.reach}</h2>${name}<dl>${rows}</dl>`);
}

function row(label: string, value: string, href?: string): string {
  if (value === '') return '';
  const text = escapeHtml(value);
  const shown = href === undefined ? text : `<a href="${escapeHtml(href)}">${text}</a>`;
  return `<dt>${label}</dt><dd>${shown}</dd>`;
}
