import type { PaymentRules } from '../../../web/contract/checkout-config.ts';
import {
  buyerKeys,
  isRemoteIsland,
  listsHolding,
  prefectureFromCode,
  prefectureFromPostalCode,
  readLists,
} from '../../../web/japan/keys.ts';
import type { PaymentInput } from './input.ts';
import { once } from './once.ts';
import { addressesOf, isInJapan, kindsOfPlace, placeOf } from './places.ts';

/** What rules can ask about one checkout. */
export interface Buyer {
  /** In the shop's currency. */
  readonly amount: () => number;
  readonly quantity: () => number;
  /** null: a guest, of whom nobody can say. */
  readonly orders: () => number | null;
  readonly hasCompany: () => boolean;
  readonly hasProductTag: () => boolean;
  readonly hasCustomerTag: () => boolean;
  readonly isOnIsland: () => boolean;
  /** JIS codes of where it goes. */
  readonly prefectures: () => readonly number[];
  readonly places: () => readonly string[];
  readonly lists: () => readonly string[];
}

export function buyerOf(input: PaymentInput, rules: PaymentRules): Buyer {
  const { cart } = input;
  const customer = cart.buyerIdentity?.customer;
  const addresses = once(() => addressesOf(input));
  const inJapan = once(() => addresses().filter(isInJapan));
  const places = once(() => inJapan().map(placeOf));
  const lines = once(() => linesOf(input));
  return {
    amount: once(() => amountOf(input)),
    quantity: () => lines().quantity,
    orders: () => customer?.numberOfOrders ?? null,
    hasCompany: () => addresses().some(({ company }) => (company ?? '').trim() !== ''),
    hasProductTag: () => lines().hasProductTag,
    hasCustomerTag: () => customer?.hasAnyTag === true,
    isOnIsland: once(() => inJapan().some(({ zip }) => isRemoteIsland(zip))),
    prefectures: once(() =>
      inJapan()
        .map(
          ({ provinceCode, zip }) =>
            prefectureFromCode(provinceCode) ?? prefectureFromPostalCode(zip),
        )
        .filter((code) => code !== null),
    ),
    places: once(() => kindsOfPlace(rules.places, places())),
    lists: once(() => {
      const shard = input.paymentCustomization.shard?.jsonValue;
      const lists = readLists(rules.listed, shard, rules.v);
      if (!lists) return [];
      const emails = [cart.buyerIdentity?.email];
      const phones = [cart.buyerIdentity?.phone, ...addresses().map(({ phone }) => phone)];
      const rooms = places().map(({ room }) => room);
      return listsHolding(lists, buyerKeys({ emails, phones, rooms }));
    }),
  };
}

function amountOf({ cart, presentmentCurrencyRate }: PaymentInput): number {
  const rate = Number(presentmentCurrencyRate);
  return Number(cart.cost.totalAmount.amount) / (rate > 0 ? rate : 1);
}

// One plain loop: a cart has up to 200 lines, and a second one, or a call for each, would cost as much again.
function linesOf({ cart }: PaymentInput): { quantity: number; hasProductTag: boolean } {
  let quantity = 0;
  let hasProductTag = false;
  for (const line of cart.lines) {
    quantity += line.quantity;
    if (line.merchandise.product?.hasAnyTag === true) hasProductTag = true;
  }
  return { quantity, hasProductTag };
}
