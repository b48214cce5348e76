import type { Customer, ShopState } from '../state.ts';

/** What a buyer has typed at the stand-in's checkout. */
export interface BuyerInput {
  readonly email: string;
  readonly phone: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly company: string;
  readonly zip: string;
  readonly provinceCode: string;
  readonly city: string;
  readonly address1: string;
  readonly address2: string;
  /** Signed in to the shop: only then the functions are told of earlier orders. */
  readonly signedIn: boolean;
  readonly amount: number;
  readonly quantity: number;
  readonly language: 'ja' | 'en';
}

export interface PaymentMethod {
  readonly id: string;
  readonly name: string;
}

/** What a small Japanese shop offers. */
export const paymentMethods: readonly PaymentMethod[] = [
  { id: 'gid://shopify/PaymentCustomizationPaymentMethod/1', name: 'クレジットカード' },
  { id: 'gid://shopify/PaymentCustomizationPaymentMethod/2', name: '代金引換' },
  { id: 'gid://shopify/PaymentCustomizationPaymentMethod/3', name: 'コンビニ決済' },
  { id: 'gid://shopify/PaymentCustomizationPaymentMethod/4', name: '銀行振込' },
];

/** The whole amount of the demo's form; a body that is odd becomes an ordinary buyer. */
export function readBuyer(body: Readonly<Record<string, unknown>>): BuyerInput {
  const text = (key: string) => (typeof body[key] === 'string' ? body[key].slice(0, 200) : '');
  const whole = (key: string, otherwise: number) => {
    const number = Number(body[key]);
    return Number.isInteger(number) && number > 0 && number <= 10_000_000 ? number : otherwise;
  };
  return {
    email: text('email'),
    phone: text('phone'),
    lastName: text('lastName'),
    firstName: text('firstName'),
    company: text('company'),
    zip: text('zip'),
    provinceCode: text('provinceCode'),
    city: text('city'),
    address1: text('address1'),
    address2: text('address2'),
    signedIn: body.signedIn === true,
    amount: whole('amount', 3000),
    quantity: Math.min(1000, whole('quantity', 1)),
    language: body.language === 'en' ? 'en' : 'ja',
  };
}

/** Tags that the customization's own metafield asks for, as Shopify fills in query variables. */
export interface AskedTags {
  readonly productTags: readonly string[];
  readonly customerTags: readonly string[];
}

/** The cart as both functions' input queries tell of it. Products of the stand-in have no tags. */
export function cartOf(state: ShopState, buyer: BuyerInput, asked: AskedTags) {
  const customer = buyer.signedIn ? customerOf(state, buyer) : undefined;
  const orEmpty = (text: string) => (text === '' ? null : text);
  const address = {
    countryCode: 'JP',
    provinceCode: orEmpty(buyer.provinceCode),
    zip: orEmpty(buyer.zip),
    city: orEmpty(buyer.city),
    address1: orEmpty(buyer.address1),
    address2: orEmpty(buyer.address2),
    company: orEmpty(buyer.company),
    phone: orEmpty(buyer.phone),
  };
  return {
    cost: { totalAmount: { amount: `${buyer.amount}.0` } },
    buyerIdentity: {
      email: orEmpty(buyer.email),
      phone: null,
      customer: customer ? knownCustomer(state, customer, asked.customerTags) : null,
    },
    deliveryGroups: [{ deliveryAddress: address }],
    lines: [{ quantity: buyer.quantity, merchandise: { product: { hasAnyTag: false } } }],
  };
}

const customerOf = (state: ShopState, { email }: BuyerInput): Customer | undefined =>
  [...state.customers.values()].find(
    (each) => each.email?.toLowerCase() === email.trim().toLowerCase(),
  );

function knownCustomer(state: ShopState, customer: Customer, tags: readonly string[]) {
  const wanted = new Set(tags.map((tag) => tag.toLowerCase()));
  return {
    numberOfOrders: [...state.orders.values()].filter((each) => each.customerGid === customer.gid)
      .length,
    hasAnyTag: customer.tags.some((tag) => wanted.has(tag.toLowerCase())),
  };
}
