import { type AddressParts, readAddress } from '../japan/address-parts.ts';
import { addressKeyOf, baseKeyOf, cardKey, emailKey, phoneKey } from '../japan/keys.ts';
import { type Prefecture, prefectureFromCode } from '../japan/prefectures.ts';
import { mailOf, phonesOf, validPhones } from './contacts.ts';
import type { Evidence, RecentOrder } from './order-facts.ts';
import { type Person, readPerson } from './people.ts';
import { perOrder } from './per-order.ts';
import { shippingOf } from './places.ts';

/** An earlier order with the keys that it shares or does not share with this one. */
export class Earlier {
  readonly order: RecentOrder;
  readonly email: string;
  readonly phone: string;
  readonly network: string;
  #card: string | undefined;
  #person: Person | null | undefined;
  #parts: AddressParts | null | undefined;

  constructor(order: RecentOrder) {
    this.order = order;
    this.email = emailKey(order.email);
    this.phone = phoneKey(order.phone);
    this.network = networkOf(order.ip);
  }

  get card(): string {
    this.#card ??= cardKey(this.order.card);
    return this.#card;
  }

  get expiry(): string {
    return this.order.card?.expiry ?? '';
  }

  /** Read when first asked for, as the address: most signals ask only for orders that share a key. */
  get person(): Person | null {
    if (this.#person === undefined) {
      this.#person = readPerson(this.order.name, this.order.shipping);
    }
    return this.#person;
  }

  get baseKey(): string {
    const parts = this.#place();
    return parts ? baseKeyOf(parts) : '';
  }

  /** Whether it went to the same place, room included. */
  isAt(addressKey: string, prefecture: Prefecture | null): boolean {
    const there = prefectureFromCode(this.order.shipping?.provinceCode);
    if (there !== null && prefecture !== null && there !== prefecture) return false;
    const parts = this.#place();
    return addressKey !== '' && parts !== null && addressKeyOf(parts) === addressKey;
  }

  #place(): AddressParts | null {
    if (this.#parts === undefined) {
      this.#parts = this.order.shipping ? readAddress(this.order.shipping) : null;
    }
    return this.#parts;
  }
}

/** IPv4 as it is; of IPv6 the /64, which is one household. Empty for what is no address. */
export function networkOf(ip: string | null | undefined): string {
  const text = (ip ?? '').trim().toLowerCase();
  if (/^(\d{1,3}\.){3}\d{1,3}$/.test(text)) return text;
  const mapped = /^::ffff:((?:\d{1,3}\.){3}\d{1,3})$/.exec(text)?.[1];
  if (mapped) return mapped;
  return /^[0-9a-f:]+$/.test(text) && text.includes(':') ? firstHalf(text) : '';
}

function firstHalf(ip: string): string {
  const [head = '', tail] = ip.split('::');
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const gap = tail === undefined ? [] : Array<string>(8).fill('0');
  const groups = [...left, ...gap.slice(0, Math.max(0, 8 - left.length - right.length)), ...right];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

const earlierOf = perOrder(({ history }: Evidence): readonly Earlier[] | undefined =>
  history.recentOrders?.map((order) => new Earlier(order)),
);

/** Earlier orders of the last `hours`; undefined where the shop's memory was not asked. */
export const ordersWithin = (evidence: Evidence, hours: number): readonly Earlier[] | undefined =>
  earlierOf(evidence)?.filter(({ order }) => order.hoursAgo <= hours);

export interface OwnKeys {
  readonly email: string;
  readonly phones: readonly string[];
  readonly network: string;
  readonly addressKey: string;
  readonly baseKey: string;
  readonly prefecture: Prefecture | null;
  readonly card: string;
  readonly expiry: string;
}

/** The same keys of the order that is judged; empty text where there is nothing to compare. */
export const ownKeys = perOrder((evidence: Evidence): OwnKeys => {
  const place = shippingOf(evidence);
  return {
    email: emailKey(mailOf(evidence)?.text),
    phones: validPhones(phonesOf(evidence) ?? []).map((phone) => phone.e164),
    network: networkOf(evidence.order.clientIp),
    addressKey: place ? addressKeyOf(place.parts) : '',
    baseKey: place ? baseKeyOf(place.parts) : '',
    prefecture: place?.parts.prefecture ?? null,
    card: cardKey(evidence.order.card),
    expiry: evidence.order.card?.expiry ?? '',
  };
});

/** Two expiry dates rule a card out only where both are known. */
export const sameCard = (
  one: { card: string; expiry: string },
  other: { card: string; expiry: string },
): boolean =>
  one.card !== '' &&
  one.card === other.card &&
  (one.expiry === '' || other.expiry === '' || one.expiry === other.expiry);

export const sharesEmail = (own: OwnKeys, other: Earlier): boolean =>
  own.email !== '' && own.email === other.email;
export const sharesPhone = (own: OwnKeys, other: Earlier): boolean =>
  other.phone !== '' && own.phones.includes(other.phone);
export const sharesNetwork = (own: OwnKeys, other: Earlier): boolean =>
  own.network !== '' && own.network === other.network;
