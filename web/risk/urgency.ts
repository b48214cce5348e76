import { isHighValue } from './amounts.ts';
import { hasResaleGoods } from './contents.ts';
import { isFirstOrder } from './customer-history.ts';
import { allOf, anyOf } from './known.ts';
import { type Lexicon, spellingOf } from './lexicon.ts';
import type { Evidence } from './order-facts.ts';
import { numberOf, type SignalParameter } from './parameter.ts';

const urgent =
  /大至急|至急|お?急ぎ(?:便)?|急いで|最短(?:で|の|便|希望|日)?|(?:できる|出来る|なる)(?:だけ|べく)早[くめい]|一日(?:も|でも)早く|(?:本日|今日|明日)中|(?:明日|本日)必着|早急|すぐに?(?:送|発送|届)|即日(?:発送|配送)|\bASAP\b|\burgent(?:ly)?\b|as soon as possible/gi;
/** 急ぎではありません, 急ぎません, 至急でなくて: nobody presses. */
const negation =
  /^(?:の(?:もの|用事|件|注文))?(?:で(?:は|も)?|じゃ)?(?:ません|ありません|ない|なく|ございません|なくて)/;
const negationBefore = /\bnot?\s+(?:so\s+|very\s+)?$/i;

const isNegated = (text: string, at: number, length: number) =>
  negation.test(text.slice(at + length)) || negationBefore.test(text.slice(0, at));

/** The words that press, or empty; then the shop's own. */
function urgentWords(text: string, own: Lexicon | undefined): string {
  if (text.trim() === '') return '';
  const plain = text.normalize('NFKC');
  for (const found of plain.matchAll(urgent)) {
    if (!isNegated(plain, found.index, found[0].length)) return found[0];
  }
  if (!own || own.isEmpty) return '';
  const spelled = spellingOf(text);
  for (const { word, at, length } of own.matches(spelled)) {
    if (!isNegated(spelled, at, length)) return word;
  }
  return '';
}

/** Some of what the pattern above finds, to be shown beside the shop's own words. */
export const urgentExamples: readonly string[] = [
  '大至急',
  '至急',
  'お急ぎ',
  '急いで',
  '最短',
  'できるだけ早く',
  'なるべく早め',
  '一日も早く',
  '本日中',
  '明日必着',
  '早急',
  'すぐに発送',
  '即日発送',
  'ASAP',
  'urgent',
  'as soon as possible',
];

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

/** Parameter of urgent-delivery-request. */
export const leadDays: SignalParameter = {
  key: 'leadDays',
  ja: 'お届け希望日が注文から何日以内なら急ぎとするか',
  en: 'A delivery date within so many days presses',
  ...{ unit: 'days', min: 0, max: 14, default: 2 },
};

function earlyDate(evidence: Evidence): string {
  const { order } = evidence;
  const today = tokyoDay(order.createdAt);
  if (!Number.isFinite(today)) return '';
  for (const { key, value } of order.attributes ?? []) {
    if (!value || !deliveryKey.test(key.normalize('NFKC'))) continue;
    const day = firstDay(value, today);
    if (day !== null && day <= today + numberOf(leadDays, evidence)) return value;
  }
  return '';
}

/** What presses for early delivery; empty: nothing does; undefined: not known. */
export function urgencyOf(evidence: Evidence): string | undefined {
  const { note, attributes } = evidence.order;
  const words = urgentWords(note ?? '', evidence.tuning?.words?.urgent);
  if (words) return words;
  const date = earlyDate(evidence);
  const matters = date
    ? anyOf(isHighValue(evidence), allOf(isFirstOrder(evidence), hasResaleGoods(evidence)))
    : false;
  if (matters) return date;
  const isKnown = note !== undefined && attributes !== undefined && matters !== undefined;
  return isKnown ? '' : undefined;
}
