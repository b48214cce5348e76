import { isHighValue } from './amounts.ts';
import { hasResaleGoods } from './contents.ts';
import { isFirstOrder } from './customer-history.ts';
import { allOf, anyOf } from './known.ts';
import type { Evidence } from './order-facts.ts';

const urgent =
  /大至急|至急|お?急ぎ(?:便)?|急いで|最短(?:で|の|便|希望|日)?|(?:できる|出来る|なる)(?:だけ|べく)早[くめい]|一日(?:も|でも)早く|(?:本日|今日|明日)中|(?:明日|本日)必着|早急|すぐに?(?:送|発送|届)|即日(?:発送|配送)|\bASAP\b|\burgent(?:ly)?\b|as soon as possible/gi;
/** 急ぎではありません, 急ぎません, 至急でなくて: nobody presses. */
const negation =
  /^(?:の(?:もの|用事|件|注文))?(?:で(?:は|も)?|じゃ)?(?:ません|ありません|ない|なく|ございません|なくて)/;
const negationBefore = /\bnot?\s+(?:so\s+|very\s+)?$/i;

/** The words that press, or empty. */
function urgentWords(text: string): string {
  if (text.trim() === '') return '';
  const plain = text.normalize('NFKC');
  for (const found of plain.matchAll(urgent)) {
    const after = plain.slice(found.index + found[0].length);
    const before = plain.slice(0, found.index);
    if (!negation.test(after) && !negationBefore.test(before)) return found[0];
  }
  return '';
}

const dayMs = 86_400_000;
const tokyoMs = 9 * 3_600_000;
/** Days since 1970 in Tokyo. */
const tokyoDay = (iso: string) => Math.floor((Date.parse(iso) + tokyoMs) / dayMs);

/** The first date in a text as days since 1970; a date without a year is the next one to come. */
function firstDay(text: string, today: number): number | null {
  const plain = text.normalize('NFKC');
  const found = /(?:(\d{4})\s*[年/.-]\s*)?(\d{1,2})\s*[月/.-]\s*(\d{1,2})(?!\d)/.exec(plain);
  const [, year, month, day] = found ?? [];
  if (!month || !day || Number(month) > 12 || Number(day) > 31) return null;
  const thisYear = new Date(today * dayMs).getUTCFullYear();
  const dayIn = (y: number) => Math.floor(Date.UTC(y, Number(month) - 1, Number(day)) / dayMs);
  if (year) return dayIn(Number(year));
  const here = dayIn(thisYear);
  return here < today - 180 ? dayIn(thisYear + 1) : here;
}

const deliveryKey = /(?:お届け|配送|配達|到着)(?:希望)?日|希望日|delivery[-_ ]?date/i;
const leadDays = 2;

function earlyDate({ order }: Evidence): string {
  const today = tokyoDay(order.createdAt);
  if (!Number.isFinite(today)) return '';
  for (const { key, value } of order.attributes ?? []) {
    if (!value || !deliveryKey.test(key.normalize('NFKC'))) continue;
    const day = firstDay(value, today);
    if (day !== null && day <= today + leadDays) return value;
  }
  return '';
}

/** What presses for early delivery; empty: nothing does; undefined: not known. */
export function urgencyOf(evidence: Evidence): string | undefined {
  const { note, attributes } = evidence.order;
  const words = urgentWords(note ?? '');
  if (words) return words;
  const date = earlyDate(evidence);
  const matters = date
    ? anyOf(isHighValue(evidence), allOf(isFirstOrder(evidence), hasResaleGoods(evidence)))
    : false;
  if (matters) return date;
  const isKnown = note !== undefined && attributes !== undefined && matters !== undefined;
  return isKnown ? '' : undefined;
}
