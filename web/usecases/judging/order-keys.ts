import {
  addressBaseKey,
  addressKey,
  cardKey,
  emailKey,
  nameKey,
  phoneKey,
} from '../../japan/keys.ts';
import type { AddressFacts, OrderFacts } from '../../risk/order-facts.ts';
import type { OrderKey } from '../ports/storage-port.ts';
import type { OrderSnapshot } from './order-snapshot.ts';

const kinds = [
  'email',
  'phone',
  'customer',
  'place',
  'room',
  'ip',
  'card',
  'name',
  'zip',
  'tracking',
] as const;
type KeyKind = (typeof kinds)[number];

const key = (kind: KeyKind, value: string | null | undefined): OrderKey[] =>
  value ? [`${kind}:${value}`] : [];

/** Everything by which this order can be found again, in canonical spelling. */
export function orderKeys(
  facts: OrderFacts,
  snapshot: Pick<OrderSnapshot, 'customer' | 'tracking'> | null,
): OrderKey[] {
  const { shipping, billing } = facts;
  return [
    ...key('email', emailKey(facts.email)),
    ...[facts.phone, shipping?.phone, billing?.phone].flatMap((p) => key('phone', phoneKey(p))),
    ...key('customer', snapshot?.customer?.gid),
    ...(shipping ? key('place', addressBaseKey(shipping)) : []),
    ...(shipping ? key('room', addressKey(shipping)) : []),
    ...key('ip', ipKey(facts.clientIp)),
    ...key('card', cardKey(facts.card)),
    ...[shipping, billing].flatMap(nameKeys),
    ...[shipping, billing].flatMap((address) => key('zip', zipKey(address?.zip))),
    ...(snapshot ? trackingKeysOf(snapshot) : []),
  ];
}

/** By which a carrier's report names the order; no judgement asks for them. */
export const trackingKeysOf = ({ tracking }: Pick<OrderSnapshot, 'tracking'>): OrderKey[] =>
  (tracking ?? []).flatMap((number) => key('tracking', number));

const nameKeys = (address: AddressFacts | null | undefined) =>
  address ? key('name', nameKey(address.lastName, address.firstName)) : [];

const zipKey = (zip: string | null | undefined) =>
  (zip ?? '')
    .normalize('NFKC')
    .replace(/[^0-9A-Za-z]/g, '')
    .toUpperCase();

/** IPv6 users change their last 64 bits daily: the network counts. */
function ipKey(ip: string | null | undefined): string {
  const text = (ip ?? '').trim().toLowerCase();
  if (!text.includes(':')) return text;
  const [head = '', tail = ''] = text.split('::');
  const groups = head.split(':');
  const missing = 8 - groups.length - (tail === '' ? 0 : tail.split(':').length);
  const whole = text.includes('::')
    ? [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...tail.split(':')]
    : groups;
  return whole
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '') || '0')
    .join(':');
}

export const keysOfKind = (keys: readonly OrderKey[], wanted: readonly KeyKind[]) =>
  keys.filter((one) => wanted.some((kind) => one.startsWith(`${kind}:`)));

/** What a search box's text can mean: exact e-mail, phone, postal code or full name. */
export function searchKeys(text: string): OrderKey[] {
  return [
    ...(text.includes('@') ? key('email', emailKey(text)) : []),
    ...(/\d{5}/.test(text.replace(/[^\d０-９]/g, '').normalize('NFKC'))
      ? [...key('phone', phoneKey(text)), ...key('zip', zipKey(text))]
      : []),
    ...key('name', nameKey(text)),
  ];
}

/** Keys of a buyer as a compliance webhook names one. */
export function buyerKeys(
  customer: { id: string | null; email: string | null; phone: string | null } | null,
): OrderKey[] {
  if (customer === null) return [];
  return [
    ...key('email', emailKey(customer.email)),
    ...key('phone', phoneKey(customer.phone)),
    ...key('customer', customer.id === null ? null : `gid://shopify/Customer/${customer.id}`),
  ];
}
