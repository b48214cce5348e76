import { emailKey, nameKey, phoneKey } from '../japan/keys.ts';
import { phonesOf, validPhones } from './contacts.ts';
import type { ListIdentity } from './list-entry.ts';
import {
  type Agreement,
  gradeOf,
  gradePlaces,
  isSameCard,
  type ListGrade,
  matchTraits,
} from './list-match.ts';
import {
  type ListPiece,
  type Pieces,
  piecesOfAddresses,
  piecesOfPhones,
  piecesOfText,
  whole,
} from './list-pieces.ts';
import { cardTrait, placeOf, traitsOfEntry, traitsOfOrder } from './list-traits.ts';
import type { AddressFacts, CardFacts, Evidence } from './order-facts.ts';
import { networkOf } from './recent.ts';

/** One field of an order beside the same field of an entry, both as they were typed. */
export interface FieldComparison {
  readonly field: Agreement;
  readonly grade: 'same' | 'similar' | 'other';
  readonly order: ListPiece[];
  readonly entry: ListPiece[];
}

export interface EntryComparison {
  readonly grade: ListGrade;
  readonly comparisons: FieldComparison[];
}

type Field = FieldComparison | null;
const compared = (
  field: Agreement,
  grade: FieldComparison['grade'],
  [order, entry]: Pieces,
): Field => ({ field, grade, order, entry });

/** The pair of values that agrees best; null where one side has none. */
function bestPair(
  order: readonly string[],
  entry: readonly string[],
  key: (text: string) => string,
): readonly [string, string] | null {
  const pairs = order.flatMap((mine) => entry.map((its) => [mine, its] as const));
  const shared = (one: string, other: string) => {
    const [mine, its] = [key(one), key(other)];
    if (mine !== '' && mine === its) return Number.POSITIVE_INFINITY;
    return [...mine].filter((char, at) => its[at] === char).length;
  };
  const [best] = pairs.sort((one, other) => shared(...other) - shared(...one));
  return best ?? null;
}

/** Values of a text field, its pieces marked only where it is 類似: chance letters tell nothing. */
function textField(
  field: Agreement,
  grade: FieldComparison['grade'],
  pair: readonly [string, string] | null,
  pieces: (order: string, entry: string) => Pieces,
): Field {
  if (!pair) return null;
  return compared(
    field,
    grade,
    grade === 'similar' ? pieces(...pair) : whole(...pair, grade === 'same'),
  );
}

const wholeName = ({ lastName, firstName }: AddressFacts): string =>
  [lastName, firstName].filter(Boolean).join(' ');
const present = (texts: readonly (string | null | undefined)[]): string[] =>
  texts.flatMap((text) => text?.trim() || []);

function nameField({ order }: Evidence, identity: ListIdentity): Field {
  const own = [order.billing, order.shipping].flatMap((one) => (one ? wholeName(one) : []));
  const other = [identity.name, identity.address && wholeName(identity.address), identity.reading];
  const pair = bestPair(present(own), present(other), nameKey);
  const isSame = pair !== null && nameKey(pair[0]) === nameKey(pair[1]);
  return textField('name', isSame ? 'same' : 'other', pair, piecesOfText);
}

function ipField({ order }: Evidence, { ip }: ListIdentity): Field {
  const [mine, its] = [networkOf(order.clientIp), networkOf(ip)];
  if (!mine || !its) return null;
  const pair = [order.clientIp?.trim() ?? '', ip?.trim() ?? ''] as const;
  return textField('ip', mine === its ? 'same' : 'other', pair, piecesOfText);
}

type CardKeys = Pick<CardFacts, 'bin' | 'last4' | 'expiry'>;

function cardField({ order }: Evidence, { card }: ListIdentity): Field {
  const [mine, its] = [cardTrait(order.card), cardTrait(card)];
  if (!mine || !its) return null;
  const texts = (facts: CardKeys | null | undefined, own: typeof mine, other: typeof mine) => [
    { text: `${own.card.slice(0, 6)}••••••${own.card.slice(-4)}`, agrees: own.card === other.card },
    ...(own.expiry && facts?.expiry
      ? [{ text: ` ${facts.expiry}`, agrees: own.expiry === other.expiry }]
      : []),
  ];
  const grade = isSameCard(mine, its) ? 'same' : 'other';
  return compared('card', grade, [texts(order.card, mine, its), texts(card, its, mine)]);
}

const oneLine = (address: AddressFacts): string =>
  present([
    address.address1,
    address.address2,
    address.city,
    address.provinceCode,
    address.zip,
  ]).join(' ');

function addressField({ order: { shipping } }: Evidence, { address }: ListIdentity): Field {
  if (!shipping || !address || !oneLine(shipping) || !oneLine(address)) return null;
  const [mine, its] = [placeOf(shipping), placeOf(address)];
  const grade = gradePlaces(mine, its);
  const isAbroad = [shipping, address].some(
    ({ countryCode }) => (countryCode || 'JP').toUpperCase() !== 'JP',
  );
  if (isAbroad)
    return textField('address', grade, [oneLine(shipping), oneLine(address)], piecesOfText);
  return compared('address', grade, piecesOfAddresses(shipping, address));
}

/** How an order agrees with an entry, and every field that both have, side by side. */
export function compareEntry(evidence: Evidence, identity: ListIdentity): EntryComparison {
  const match = matchTraits(traitsOfOrder(evidence), traitsOfEntry(identity));
  const gradeOfField = (field: Agreement) =>
    match.exact.includes(field) ? 'same' : match.similar.includes(field) ? 'similar' : 'other';
  const email = bestPair(present([evidence.order.email]), present(identity.emails), emailKey);
  const own = validPhones(phonesOf(evidence) ?? []).map(({ raw }) => raw);
  const phone = bestPair(own, present([...identity.phones, identity.address?.phone]), phoneKey);
  const fields = [
    textField('email', gradeOfField('email'), email, piecesOfText),
    textField('phone', gradeOfField('phone'), phone, piecesOfPhones),
    addressField(evidence, identity),
    cardField(evidence, identity),
    nameField(evidence, identity),
    ipField(evidence, identity),
  ];
  const comparisons = fields.filter((field): field is FieldComparison => field !== null);
  return { grade: gradeOf(match), comparisons };
}
