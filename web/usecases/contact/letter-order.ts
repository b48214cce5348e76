import type { Locale } from '../../contract/level.ts';
import type { Money } from '../../contract/orders.ts';
import { prefectureFromCode, prefectureName } from '../../japan/prefectures.ts';
import type { AddressFacts } from '../../risk/order-facts.ts';
import type { OrderRecord } from '../ports/storage-port.ts';
import { letterWords } from './letter-words.ts';

/** Of an order, what a letter speaks of. */
export interface LetterOrder extends Pick<OrderRecord, 'facts' | 'paymentKind'> {
  readonly snapshot: Pick<OrderRecord['snapshot'], 'name' | 'createdAt' | 'total'>;
}

/** A letter with more lines than this is not read. */
const mostLines = 20;

/** Given name and family name as the language writes them; null: Shopify gave none. */
export function buyerName({ facts }: LetterOrder, language: Locale): string | null {
  const person = [facts.billing, facts.shipping].find((one) => one?.lastName || one?.firstName);
  return personName(person, language);
}

function personName(person: AddressFacts | null | undefined, language: Locale): string | null {
  const parts = [person?.lastName, person?.firstName].filter(Boolean);
  const name = (language === 'ja' ? parts : parts.reverse()).join(' ');
  return name === '' ? null : letterWords[language].honoured(name);
}

/** One line each; null: what was ordered is not known. */
export function linesText({ facts, snapshot }: LetterOrder, language: Locale): string | null {
  const { items = [] } = facts;
  if (items.length === 0) return null;
  const currency = currencyOf({ facts, snapshot });
  const lines = items.slice(0, mostLines).map(({ title, quantity, price }) => {
    const amount = price === undefined ? null : { amount: price * quantity, currency };
    const money = amount === null ? '' : `（${moneyText(amount, language)}）`;
    return language === 'ja'
      ? `・${title} × ${quantity}${money}`
      : `- ${title} x ${quantity}${amount === null ? '' : ` (${moneyText(amount, language)})`}`;
  });
  const rest = items.slice(mostLines).reduce((sum, { quantity }) => sum + quantity, 0);
  return [...lines, ...(rest > 0 ? [letterWords[language].more(rest)] : [])].join('\n');
}

/** As it was ordered: a cancelled order's total is 0 at Shopify. */
export function totalText(order: LetterOrder, language: Locale): string | null {
  const amount = order.facts.total ?? order.snapshot.total?.amount;
  return amount === undefined ? null : moneyText({ amount, currency: currencyOf(order) }, language);
}

const currencyOf = ({ facts, snapshot }: Pick<LetterOrder, 'facts' | 'snapshot'>) =>
  facts.currency ?? snapshot.total?.currency ?? 'JPY';

function moneyText({ amount, currency }: Money, language: Locale): string {
  const options = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const locale = language === 'ja' ? 'ja-JP' : 'en-US';
  return new Intl.NumberFormat(locale, options).format(amount).replace('￥', '¥');
}

/** By the name that the merchant gave it at checkout, else by its kind. */
export const paymentText = ({ facts, paymentKind }: LetterOrder, language: Locale): string =>
  facts.gateway || letterWords[language].payment[paymentKind];

/** As for a parcel; null: nothing is shipped. */
export function addressText({ facts }: LetterOrder, language: Locale): string | null {
  const { shipping } = facts;
  if (!shipping) return null;
  const { zip, city, address1, address2, company, provinceCode } = shipping;
  const prefecture = prefectureFromCode(provinceCode);
  const region = prefecture === null ? '' : prefectureName(prefecture, language);
  const name = personName(shipping, language);
  const lines =
    language === 'ja'
      ? [zip && `〒${zip}`, `${region}${city ?? ''}${address1 ?? ''}`, address2, company, name]
      : [name, company, address2, address1, [city, region].filter(Boolean).join(', '), zip];
  const text = lines.filter((line) => line && line.trim() !== '').join('\n');
  return text === '' ? null : text;
}
