import { splitEmail } from '../japan/keys.ts';
import { type MailDomainKind, mailDomainKind } from '../japan/mail-domain.ts';
import { type Phone, readPhone } from '../japan/phone.ts';
import type { Evidence } from './order-facts.ts';
import { perOrder } from './per-order.ts';

export interface Mail {
  readonly text: string;
  readonly local: string;
  readonly domain: string;
  readonly kind: MailDomainKind;
}

/** What the shop calls free mail is so for it, unless it is thrown away after use. */
function kindOf(domain: string, own: ReadonlySet<string> | undefined): MailDomainKind {
  const kind = mailDomainKind(domain);
  if (!own || own.size === 0 || kind === 'disposable') return kind;
  for (let rest = domain; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) {
    if (own.has(rest)) return 'free';
  }
  return kind;
}

/** null: the buyer gave none; undefined: not known. A malformed address has an empty domain. */
export const mailOf = perOrder(({ order, tuning }: Evidence): Mail | null | undefined => {
  if (order.email === undefined) return undefined;
  const text = (order.email ?? '').trim();
  if (!text) return null;
  const parts = splitEmail(text);
  if (!parts) return { text, local: '', domain: '', kind: 'own' };
  return { text, ...parts, kind: kindOf(parts.domain, tuning?.words?.freeMail) };
});

export interface GivenPhone extends Phone {
  readonly raw: string;
}

/** `undefined`: nobody told us whether there is a phone; empty: the buyer left all fields empty. */
export const phonesOf = perOrder(({ order, shop }: Evidence): GivenPhone[] | undefined => {
  const fields = [order.phone, order.shipping?.phone, order.billing?.phone];
  if (fields.every((field) => field === undefined)) return undefined;
  const given = [...new Set(fields)].flatMap((field) => field?.trim() || []);
  const country = order.shipping?.countryCode ?? order.billing?.countryCode;
  const region = (country || shop.homeCountry || 'JP').toUpperCase();
  return [...new Set(given)].map((raw) => ({
    raw,
    ...readPhone(raw, region, shop.homeCountry ?? 'JP'),
  }));
});

/** Judges the phones that were given; nothing given is a matter of `phone-missing` alone. */
export const validPhones = (phones: readonly GivenPhone[]): GivenPhone[] =>
  phones.filter((phone) => phone.kind !== 'invalid');
