import type { PlaceOrderInput } from '../../../web/standin/place-order.ts';

/**
 * One shop's values that nobody else may ever see, each of them unmistakable: found anywhere, it can have
 * come from one place only. Fictitious: exchanges begin with 1, RFC 5737 addresses.
 */
export interface Canaries {
  readonly lastName: string;
  readonly firstName: string;
  readonly email: string;
  readonly phone: string;
  readonly zip: string;
  readonly address1: string;
  readonly address2: string;
  readonly company: string;
  readonly ip: string;
  readonly title: string;
  readonly orderNote: string;
  readonly attribute: string;
  readonly staffNote: string;
  readonly listEmail: string;
  readonly listNote: string;
  readonly importEmail: string;
  readonly viewName: string;
  readonly signatureShop: string;
}

/** @param mark ASCII letters that stand in every value; @param kanji the same for what is Japanese */
export const canariesOf = (mark: string, kanji: string, digit: number): Canaries => ({
  lastName: `${kanji}目石`,
  firstName: `${kanji}之介`,
  email: `kaite.${mark}@example.jp`,
  phone: `090-1${digit}43-${digit}871`,
  zip: `15${digit}-00${digit}3`,
  address1: `${kanji}町99-1${digit}-7`,
  address2: `${mark}ハイツ10${digit}`,
  company: `${mark}物産`,
  ip: `198.51.100.${140 + digit}`,
  title: `${kanji}の茶碗`,
  orderNote: `${mark} 置き配でお願いします`,
  attribute: `${mark}-attribute`,
  staffNote: `${mark} 様に電話で確認`,
  listEmail: `list.${mark}@example.jp`,
  listNote: `${mark} 受取拒否`,
  importEmail: `import.${mark}@example.jp`,
  viewName: `${mark} の列`,
  signatureShop: `${mark} 商店`,
});

/** Forms in which a value may stand somewhere: a phone with and without hyphens, and abroad. */
export function formsOf(canaries: Canaries): string[] {
  const digits = canaries.phone.replaceAll('-', '');
  return [...Object.values(canaries), digits, digits.replace(/^0/, '+81'), digits.slice(1)];
}

/** A buyer's order that carries all of them, and is held. */
export const canaryOrder = (of: Canaries): PlaceOrderInput => ({
  customer: {
    lastName: of.lastName,
    firstName: of.firstName,
    email: of.email,
    phone: of.phone,
  },
  phone: of.phone,
  shipping: {
    lastName: of.lastName,
    firstName: of.firstName,
    company: of.company,
    zip: of.zip,
    provinceCode: 'JP-13',
    countryCode: 'JP',
    city: '渋谷区',
    address1: of.address1,
    address2: of.address2,
    phone: of.phone,
  },
  items: [{ title: of.title, price: 6500, quantity: 12 }],
  note: of.orderNote,
  attributes: [{ key: 'のし', value: of.attribute }],
  payment: { kind: 'cod' },
  clientIp: of.ip,
});
