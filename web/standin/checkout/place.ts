import type { PaymentInput } from '../payment-input.ts';
import type { PlaceOrderInput } from '../place-order.ts';
import type { BuyerInput, PaymentMethod } from './cart.ts';

const payments: Readonly<Record<string, PaymentInput>> = {
  代金引換: { kind: 'cod' },
  コンビニ決済: { kind: 'konbini' },
  銀行振込: { kind: 'bank' },
};

/** The order that a buyer places: it arrives in the store like any other. */
export function orderOf(buyer: BuyerInput, method: PaymentMethod): PlaceOrderInput {
  const { lastName, firstName, email, phone, quantity } = buyer;
  const name = { lastName: lastName || '例題', firstName: firstName || '太郎' };
  return {
    customer: { ...name, email: email || null, phone: phone || null },
    email: email || null,
    phone: phone || null,
    shipping: {
      ...name,
      company: buyer.company || null,
      zip: buyer.zip || null,
      provinceCode: buyer.provinceCode || null,
      city: buyer.city || null,
      address1: buyer.address1 || null,
      address2: buyer.address2 || null,
      phone: phone || null,
    },
    items: [{ title: '煎茶 100g', price: Math.round(buyer.amount / quantity), quantity }],
    payment: payments[method.name] ?? { kind: 'card', cvv: 'M' },
    clientIp: '203.0.113.24',
    locale: buyer.language,
  };
}
