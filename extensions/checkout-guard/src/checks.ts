import type { ValidationRules } from '../../../web/contract/checkout-config.ts';
import {
  addressKeyOf,
  buyerKeys,
  isInOtherPrefecture,
  lacksHouseNumber,
  listsHolding,
  prefectureFromCode,
  readAddress,
  readLists,
} from '../../../web/japan/keys.ts';
import { isImpossiblePhone } from './impossible-phone.ts';
import type { Address, ValidationError, ValidationInput } from './input.ts';

type Checks = ValidationRules['checks'];
type Messages = { readonly ja: string; readonly en: string };
type Say = (messages: Messages) => string;

/** More addresses than a checkout has; each costs a tenth of the instructions. */
const mostAddresses = 2;

/** A delivery address, and as it is read where it is in Japan. Read once: the checks share it. */
interface Place {
  readonly address: Address;
  /** Of the delivery group, for the path of its fields. */
  readonly at: number;
  readonly parts: ReturnType<typeof readAddress> | null;
}

/** Groups mostly go to one place: it is looked at once. */
function placesOf({ cart }: ValidationInput): Place[] {
  const found = new Map<string, Place>();
  for (const [at, { deliveryAddress: address }] of cart.deliveryGroups.entries()) {
    if (address === null) continue;
    const { countryCode, provinceCode, zip, city, address1, address2, phone } = address;
    const text = [provinceCode, zip, city, address1, address2, phone].join('|');
    if (found.has(text) || found.size === mostAddresses) continue;
    const isInJapan = countryCode === null || countryCode === 'JP';
    found.set(text, { address, at, parts: isInJapan ? readAddress(address) : null });
  }
  return [...found.values()];
}

/** A line that is still empty is Shopify's to ask for. */
const hasNoBlock = ({ address, parts }: Place): boolean =>
  parts !== null && (address.address1 ?? '').trim() !== '' && lacksHouseNumber(parts);

function contradicts({ address: { zip, provinceCode }, parts }: Place): boolean {
  if (parts === null) return false;
  const typed = prefectureFromCode(provinceCode);
  return typed !== null && isInOtherPrefecture(zip, typed);
}

/** What is wrong with one delivery address, beside the field that it is about. */
function addressErrors(place: Place, checks: Checks, say: Say): ValidationError[] {
  const errors: ValidationError[] = [];
  const add = (messages: Messages | undefined, field: string, isWrong: () => boolean) => {
    if (!messages || !isWrong()) return;
    const target = `$.cart.deliveryGroups[${place.at}].deliveryAddress.${field}`;
    errors.push({ message: say(messages), target });
  };
  add(checks.addressWithoutBlock, 'address1', () => hasNoBlock(place));
  add(checks.postalContradiction, 'zip', () => contradicts(place));
  add(checks.impossiblePhone, 'phone', () =>
    isImpossiblePhone(place.address.phone, place.parts !== null),
  );
  return errors;
}

function isBlocked(input: ValidationInput, rules: ValidationRules, places: readonly Place[]) {
  const lists = readLists(rules.listed, input.validation.shard?.jsonValue, rules.v);
  if (!lists) return false;
  const { buyerIdentity } = input.cart;
  const keys = buyerKeys({
    emails: [buyerIdentity?.email],
    phones: [buyerIdentity?.phone, ...places.map(({ address }) => address.phone)],
    rooms: places.flatMap(({ parts }) => (parts ? [addressKeyOf(parts)] : [])),
  });
  return listsHolding(lists, keys).includes('fraud');
}

/** Pieces in the cart. A counted loop: an iterator costs five times as much, and there are up to 200 lines. */
function piecesIn({ cart: { lines } }: ValidationInput): number {
  let sum = 0;
  for (let at = 0; at < lines.length; at += 1) sum += lines[at]?.quantity ?? 0;
  return sum;
}

/** Every message for this cart, in the buyer's language. */
export function errorsOf(input: ValidationInput, rules: ValidationRules): ValidationError[] {
  const { quantityLimit, blockedBuyers } = rules.checks;
  const language = input.localization.language.isoCode === 'JA' ? 'ja' : 'en';
  const say: Say = (messages) => messages[language];
  const places = placesOf(input);
  const errors = places.flatMap((place) => addressErrors(place, rules.checks, say));
  if (quantityLimit && piecesIn(input) > quantityLimit.max) {
    const message = say(quantityLimit).replaceAll('{max}', `${quantityLimit.max}`);
    errors.push({ message, target: '$.cart' });
  }
  if (blockedBuyers && isBlocked(input, rules, places)) {
    errors.push({ message: say(blockedBuyers), target: '$.cart' });
  }
  return errors;
}
