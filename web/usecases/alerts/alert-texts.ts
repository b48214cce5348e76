import type { Locale } from '../../contract/level.ts';
import { signalById } from '../../risk/explain.ts';
import type { AlertMessage, DigestDetails } from '../ports/alert-port.ts';
import { alertWords, cannotHoldWords, deadlineWords, levelWords } from './alert-words.ts';

/** What people read, and where it leads. */
export interface AlertText {
  readonly title: string;
  readonly lines: readonly string[];
  /** Shopify admin's page of the order, or of its orders. */
  readonly url: string;
}

export function alertText(alert: AlertMessage, locale: Locale, timeZone: string): AlertText {
  const { order, reasons = [], cannotHold, deadline, cancelled, digest, request } = alert.details;
  const words = alertWords[locale];
  const names = reasons.map((id) => signalById(id)?.text[locale].name ?? id);
  const at = (time: number) => clock(time, locale, timeZone);
  const lines = [
    ...(digest ? digestLines(digest, locale, at) : []),
    order ? words.level(levelWords[locale][order.level]) : null,
    cannotHold ? words.reason(cannotHoldWords[locale][cannotHold]) : null,
    deadline ? words.deadline(deadlineWords[locale][deadline.kind], at(deadline.at)) : null,
    names.length > 0 ? words.checks(names.join(locale === 'ja' ? '・' : ', ')) : null,
    request ? words.deadline(words.answerBy, at(request.dueAt)) : null,
    words.next[alert.kind] || null,
  ];
  return {
    title: words.title[alert.kind](order?.name ?? '', cancelled ?? digest?.open ?? 0),
    lines: lines.filter((line) => line !== null),
    url: linkOf(alert),
  };
}

function digestLines(
  digest: DigestDetails,
  locale: Locale,
  at: (time: number) => string,
): string[] {
  const words = alertWords[locale];
  const orders = digest.orders.map(({ name, level, deadline }) => {
    const until = deadline
      ? words.deadline(deadlineWords[locale][deadline.kind], at(deadline.at))
      : null;
    return [name, levelWords[locale][level], until].filter((part) => part !== null).join('  ');
  });
  return [words.digest(digest), '', ...orders];
}

function linkOf({ shop, details }: AlertMessage): string {
  const store = `https://admin.shopify.com/store/${shop.replace('.myshopify.com', '')}`;
  return details.order === undefined ? `${store}/orders` : `${store}/orders/${details.order.id}`;
}

/** 「11月22日(日) 14:05」 */
const clock = (at: number, locale: Locale, timeZone: string): string =>
  new Intl.DateTimeFormat(locale === 'ja' ? 'ja-JP' : 'en-GB', {
    timeZone,
    month: locale === 'ja' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);

export function mailOf(text: AlertText, locale: Locale): { subject: string; text: string } {
  const words = alertWords[locale];
  return {
    subject: `[Sekisho] ${text.title}`,
    text: [text.title, '', ...text.lines, '', text.url, '', words.footer, ''].join('\n'),
  };
}

/** Slack's three reserved characters; an order's name could hold any of them. */
const escapeSlack = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What Slack's incoming webhooks take, and most that say they are compatible. */
export function slackBodyOf({ title, lines, url }: AlertText, locale: Locale): string {
  const shown = [`*${escapeSlack(title)}*`, ...lines.map(escapeSlack)];
  return JSON.stringify({ text: [...shown, `<${url}|${alertWords[locale].open}>`].join('\n') });
}

/** docs/alerts.md tells receivers what to rely on. */
export function webhookBodyOf(alert: AlertMessage, { title, lines, url }: AlertText): string {
  const { order, reasons, cannotHold, deadline, cancelled } = alert.details;
  return JSON.stringify({
    id: alert.id,
    kind: alert.kind,
    shop: alert.shop,
    at: new Date(alert.at).toISOString(),
    order: order ?? null,
    reasons: reasons ?? [],
    cannotHold: cannotHold ?? null,
    deadline: deadline ? { kind: deadline.kind, at: new Date(deadline.at).toISOString() } : null,
    cancelled: cancelled ?? null,
    title,
    text: lines.join('\n'),
    url,
  });
}
