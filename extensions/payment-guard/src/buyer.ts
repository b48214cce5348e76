import type { PaymentRules, PlaceWords } from '../../../web/contract/checkout-config.ts';
import type { ListedKind, PlaceKind } from '../../../web/contract/checkout-words.ts';
import {
  addressBaseKey,
  addressKey,
  buyerKeys,
  isRemoteIsland,
  listsHolding,
  prefectureFromCode,
  prefectureFromPostalCode,
  readAddress,
  readLists,
} from '../../../web/japan/keys.ts';
import type { Address, PaymentInput } from './input.ts';

/** What a rule can ask about one checkout. Costly answers are worked out when the first rule asks. */
export class Buyer {
  readonly #input: PaymentInput;
  readonly #rules: PaymentRules;
  readonly #addresses: readonly Address[];
  #lists: readonly string[] | null = null;
  #places: readonly string[] | null = null;

  constructor(input: PaymentInput, rules: PaymentRules) {
    this.#input = input;
    this.#rules = rules;
    const groups = input.cart.deliveryGroups.map(({ deliveryAddress }) => deliveryAddress);
    this.#addresses = groups.filter((address) => address !== null);
  }

  /** In the shop's currency. */
  get amount(): number {
    const rate = Number(this.#input.presentmentCurrencyRate);
    return Number(this.#input.cart.cost.totalAmount.amount) / (rate > 0 ? rate : 1);
  }

  get quantity(): number {
    return this.#input.cart.lines.reduce((sum, line) => sum + line.quantity, 0);
  }

  /** null: a guest, of whom nobody can say. */
  get orders(): number | null {
    return this.#input.cart.buyerIdentity?.customer?.numberOfOrders ?? null;
  }

  get hasCompany(): boolean {
    return this.#addresses.some(({ company }) => (company ?? '').trim() !== '');
  }

  get hasProductTag(): boolean {
    return this.#input.cart.lines.some(
      ({ merchandise }) => merchandise.product?.hasAnyTag === true,
    );
  }

  get hasCustomerTag(): boolean {
    return this.#input.cart.buyerIdentity?.customer?.hasAnyTag === true;
  }

  get #inJapan(): readonly Address[] {
    return this.#addresses.filter(
      ({ countryCode }) => countryCode === null || countryCode === 'JP',
    );
  }

  get isOnIsland(): boolean {
    return this.#inJapan.some(({ zip }) => isRemoteIsland(zip));
  }

  isInPrefecture(codes: readonly number[]): boolean {
    return this.#inJapan.some(({ provinceCode, zip }) => {
      const code = prefectureFromCode(provinceCode) ?? prefectureFromPostalCode(zip);
      return code !== null && codes.includes(code);
    });
  }

  isListed(kinds: readonly ListedKind[]): boolean {
    this.#lists ??= this.#findLists();
    return this.#lists.some((list) => kinds.some((kind) => kind === list));
  }

  #findLists(): readonly string[] {
    const { buyerIdentity } = this.#input.cart;
    const shard = this.#input.paymentCustomization.shard?.jsonValue;
    const lists = readLists(this.#rules.listed, shard, this.#rules.v);
    if (!lists) return [];
    const keys = buyerKeys({
      emails: [buyerIdentity?.email],
      phones: [buyerIdentity?.phone, ...this.#addresses.map(({ phone }) => phone)],
      addresses: this.#inJapan,
    });
    return listsHolding(lists, keys);
  }

  isAtPlace(kinds: readonly PlaceKind[]): boolean {
    this.#places ??= this.#findPlaces();
    return this.#places.some((place) => kinds.some((kind) => kind === place));
  }

  #findPlaces(): readonly string[] {
    const read = this.#inJapan.map((address) => ({
      words: `${readAddress(address).text} ${(address.company ?? '').normalize('NFKC').toUpperCase()}`,
      keys: placeKeys(address),
    }));
    return Object.entries(this.#rules.places)
      .filter(([, place]) => read.some(({ words, keys }) => isThere(place, words, keys)))
      .map(([kind]) => kind);
  }
}

/** House and room; the merchant's rows may also leave out the prefecture. */
function placeKeys(address: Address): readonly string[] {
  const keys = [addressBaseKey(address), addressKey(address)].filter((key) => key !== '');
  return [...keys, ...keys.map((key) => key.replace(/^\d+(?=\|)/, ''))];
}

function isThere(place: PlaceWords, words: string, keys: readonly string[]): boolean {
  if (place.pattern !== '' && new RegExp(place.pattern).test(words)) return true;
  if (place.words.some((word) => standsIn(words, word))) return true;
  return place.places.some(([key, marker]) => keys.includes(key) && new RegExp(marker).test(words));
}

const latin = /[A-Z]/;

/** EMS is not found in SYSTEMS. Japanese has no spaces: a word may stand anywhere in it. */
function standsIn(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const goesOn = (inside: string, outside: string) => latin.test(inside) && latin.test(outside);
    const end = at + word.length;
    if (goesOn(word.charAt(0), text.charAt(at - 1))) continue;
    if (!goesOn(word.charAt(word.length - 1), text.charAt(end))) return true;
  }
  return false;
}
