import type { ValidationRules } from '../../../web/contract/checkout-config.ts';
import {
  buyerKeys,
  lacksHouseNumber,
  listsHolding,
  prefectureFromCode,
  prefectureFromPostalCode,
  readAddress,
  readLists,
} from '../../../web/japan/keys.ts';
import { isImpossiblePhone } from './impossible-phone.ts';
import type { Address, ValidationError, ValidationInput } from './input.ts';

type Checks = ValidationRules['checks'];
type Messages = { readonly ja: string; readonly en: string };
type Say = (messages: Messages) => string;

const isInJapan = ({ countryCode }: Address): boolean =>
  countryCode === null || countryCode === 'JP';

/** A line that is still empty is Shopify's to ask for. */
const hasNoBlock = (address: Address): boolean =>
  (address.address1 ?? '').trim() !== '' && lacksHouseNumber(readAddress(address));

function contradicts({ zip, provinceCode }: Address): boolean {
  const typed = prefectureFromCode(provinceCode);
  const told = prefectureFromPostalCode(zip);
  return typed !== null && told !== null && typed !== told;
}

/** What is wrong with one delivery address, beside the field that it is about. */
function addressErrors(address: Address, at: number, checks: Checks, say: Say): ValidationError[] {
  const errors: ValidationError[] = [];
  const add = (messages: Messages | undefined, field: string, isWrong: () => boolean) => {
    if (!messages || !isWrong()) return;
    const target = `$.cart.deliveryGroups[${at}].deliveryAddress.${field}`;
    errors.push({ message: say(messages), target });
  };
  if (isInJapan(address)) {
    add(checks.addressWithoutBlock, 'address1', () => hasNoBlock(address));
    add(checks.postalContradiction, 'zip', () => contradicts(address));
  }
  add(checks.impossiblePhone, 'phone', () => isImpossiblePhone(address.phone));
  return errors;
}

function isBlocked({ cart, validation }: ValidationInput, rules: ValidationRules): boolean {
  const lists = readLists(rules.listed, validation.shard?.jsonValue, rules.v);
  if (!lists) return false;
  const addresses = cart.deliveryGroups
    .map(({ deliveryAddress }) => deliveryAddress)
    .filter((address) => address !== null);
  const keys = buyerKeys({
    emails: [cart.buyerIdentity?.email],
    phones: [cart.buyerIdentity?.phone, ...addresses.map(({ phone }) => phone)],
    addresses: addresses.filter(isInJapan),
  });
  return listsHolding(lists, keys).includes('fraud');
}

/** Every message for this cart, in the buyer's language. */
export function errorsOf(input: ValidationInput, rules: ValidationRules): ValidationError[] {
  const { checks } = rules;
  const language = input.localization.language.isoCode === 'JA' ? 'ja' : 'en';
  const say: Say = (messages) => messages[language];
  const errors = input.cart.deliveryGroups.flatMap(({ deliveryAddress }, at) =>
    deliveryAddress ? addressErrors(deliveryAddress, at, checks, say) : [],
  );
  const { quantityLimit, blockedBuyers } = checks;
  const pieces = input.cart.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  if (quantityLimit && pieces > quantityLimit.max) {
    const message = say(quantityLimit).replaceAll('{max}', `${quantityLimit.max}`);
    errors.push({ message, target: '$.cart' });
  }
  if (blockedBuyers && isBlocked(input, rules)) {
    errors.push({ message: say(blockedBuyers), target: '$.cart' });
  }
  return errors;
}
