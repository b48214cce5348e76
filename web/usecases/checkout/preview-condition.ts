import type { CheckoutCondition, CodRule } from '../../contract/checkout-settings.ts';
import type { ConditionKind, ListedKind } from '../../contract/checkout-words.ts';
import { isRemoteIsland, prefectureFromCode, prefectureFromPostalCode } from '../../japan/keys.ts';
import type { AddressFacts, OrderFacts } from '../../risk/order-facts.ts';
import { isPlace, type PlacesAsked } from './preview-place.ts';

/** A past order as the cart that it was. */
export interface PastCart {
  readonly facts: Pick<OrderFacts, 'total' | 'items' | 'shipping'>;
  /** The buyer's orders before it; null: not known. */
  readonly earlier: number | null;
  /** Lists that hold the buyer's e-mail, phone or room. */
  readonly lists: readonly ListedKind[];
  /** E-mail, phone and address were told: who is not found stands on no list. */
  readonly contactTold: boolean;
  readonly places: PlacesAsked;
}

/** undefined: the order does not tell. */
type Told = boolean | undefined;

/** What the function at the checkout would have found (extensions/payment-guard; a test compares). */
function holds(condition: CheckoutCondition, cart: PastCart): Told {
  switch (condition.kind) {
    case 'always':
      return true;
    case 'listed':
      return condition.kinds.some((kind) => cart.lists.includes(kind)) || isTold(cart.contactTold);
    case 'amount':
      return isBetween(cart.facts.total, condition.over, condition.under);
    case 'first-order':
      return isFirst(cart.earlier, condition.unknown === 'match');
    case 'quantity':
      return isMore(cart.facts.items, condition.over);
    // No order tells what tags its products and its customer had when it was placed.
    case 'product-tag':
    case 'customer-tag':
      return undefined;
    default:
      return holdsOf(cart.facts.shipping, condition, cart.places);
  }
}

const isTold = (contactTold: boolean): Told => (contactTold ? false : undefined);

type OfAddress = Extract<
  CheckoutCondition,
  { kind: 'prefecture' | 'islands' | 'place' | 'company' }
>;

/** @param address null: nothing was delivered */
function holdsOf(
  address: AddressFacts | null | undefined,
  condition: OfAddress,
  places: PlacesAsked,
): Told {
  if (address === undefined) return undefined;
  if (address === null) return false;
  if (condition.kind === 'company') return (address.company ?? '').trim() !== '';
  if ((address.countryCode ?? 'JP') !== 'JP') return false;
  if (condition.kind === 'islands') return isRemoteIsland(address.zip);
  if (condition.kind === 'place') return isPlace(address, condition.words, places);
  const code = prefectureFromCode(address.provinceCode) ?? prefectureFromPostalCode(address.zip);
  return condition.codes.some((each) => Number(each.slice(3)) === code);
}

const isBetween = (total: number | undefined, over: number | null, under: number | null): Told =>
  total === undefined
    ? undefined
    : (over === null || total > over) && (under === null || total < under);

const isMore = (items: OrderFacts['items'], over: number): Told =>
  items === undefined ? undefined : items.reduce((sum, { quantity }) => sum + quantity, 0) > over;

/**
 * Whether the buyer was signed in is not told, so that it is known only where both come to the same.
 * @param guests what the rule says of somebody who is not
 */
function isFirst(earlier: number | null, guests: boolean): Told {
  const first = earlier === null ? undefined : earlier === 0;
  return first === guests ? first : undefined;
}

export interface PastRule {
  readonly applies: Told;
  /** What was asked and is not told, where that leaves it open whether the rule applies. */
  readonly untold: readonly ConditionKind[];
}

/** Whether a rule would have acted for the cart; false and true are certain whatever is not told. */
export function ruleOnPast({ match, conditions }: CodRule, cart: PastCart): PastRule {
  const found = conditions.map((condition) => ({
    kind: condition.kind,
    holds: holds(condition, cart),
  }));
  const decides = match === 'any';
  if (found.some((each) => each.holds === decides)) return { applies: decides, untold: [] };
  const untold = found.flatMap((each) => (each.holds === undefined ? [each.kind] : []));
  return { applies: untold.length > 0 ? undefined : !decides, untold };
}
