import { type CardholderMatch, matchCardholder } from '../japan/cardholder.ts';
import { type FuriganaReading, readFurigana } from '../japan/furigana.ts';
import { isJapaneseInLatin } from '../japan/latin-name.ts';
import { cardOf } from './cards.ts';
import type { AddressFacts, Evidence } from './order-facts.ts';
import { ordererAddress } from './people.ts';
import { perOrder } from './per-order.ts';
import { hit, type Judgement, noHit, unknown } from './signal.ts';

const namesOf = ({ order: { shipping } }: Evidence, orderer: AddressFacts) =>
  shipping?.lastName &&
  (shipping.lastName !== orderer.lastName || shipping.firstName !== orderer.firstName)
    ? [orderer, shipping]
    : [orderer];

/** The mildest goes first: a card of the recipient is nobody else's card. */
const mildness: readonly CardholderMatch[] = ['same', 'family', 'unknown', 'other'];

/** The name on the card against the orderer and, failing that, the recipient. */
const cardholderOf = perOrder((evidence: Evidence): CardholderMatch => {
  const card = cardOf(evidence)?.name?.trim();
  const orderer = ordererAddress(evidence);
  if (!card || !orderer) return 'unknown';
  const matches = namesOf(evidence, orderer).map(({ lastName, firstName }) =>
    matchCardholder(card, lastName, firstName),
  );
  return mildness.find((one) => matches.includes(one)) ?? 'unknown';
});

const wholeName = ({ lastName, firstName }: AddressFacts): string =>
  [lastName, firstName].filter(Boolean).join(' ');

/** A wallet has its own owner and shows a name that nobody typed: it is not compared. */
export function judgeCardholder(evidence: Evidence, sought: 'family' | 'other'): Judgement {
  const card = cardOf(evidence);
  if (card === null || card?.wallet) return noHit;
  const orderer = ordererAddress(evidence);
  if (!card?.name?.trim()) return unknown('card');
  const match = cardholderOf(evidence);
  if (!orderer || match === 'unknown') return unknown('name');
  return match === sought ? hit({ card: card.name.trim(), name: wholeName(orderer) }) : noHit;
}

const kanaKey = /フリガナ|ふりがな|カナ|かな|kana|yomi|よみ|ヨミ/i;
const familyKey = /セイ|せい|姓|last|family|sei(?![a-z])/i;
const givenKey = /メイ|めい|名(?!前)|first|given|mei(?![a-z])/i;
const spokenKey = /^(?:セイ|メイ|せい|めい)$/;

type Field = readonly [key: string, value: string];

/** What the buyer wrote as furigana, one text a person; undefined where attributes are not known. */
const furiganaTexts = perOrder(({ order }: Evidence): readonly string[] | undefined => {
  if (!order.attributes) return undefined;
  if (order.attributes.length === 0) return [];
  const fields = order.attributes.flatMap(({ key, value }): Field[] => {
    const name = key.normalize('NFKC').trim();
    const isKana = kanaKey.test(name) || spokenKey.test(name);
    return isKana && value?.trim() ? [[name, value.trim()]] : [];
  });
  const family = fields.find(([key]) => familyKey.test(key) && !givenKey.test(key));
  const given = fields.find(([key]) => givenKey.test(key) && !familyKey.test(key));
  const joined = family ? [`${family[1]} ${given?.[1] ?? ''}`.trim()] : [];
  const rest = fields.filter((field) => !family || (field !== family && field !== given));
  return [...joined, ...rest.map(([, value]) => value)];
});

/** A form may ask for the orderer's furigana or the recipient's: agreeing with either is enough. */
const furiganaOf = perOrder((evidence: Evidence): FuriganaReading | undefined => {
  const orderer = ordererAddress(evidence);
  const texts = furiganaTexts(evidence);
  if (!orderer || !texts || texts.length === 0) return undefined;
  const readings = texts.flatMap((text) =>
    namesOf(evidence, orderer).map(({ lastName, firstName }) =>
      readFurigana(text, lastName, firstName),
    ),
  );
  const order = ['usual', 'unknown', 'literal', 'other'] as const;
  const best = order.find((match) => readings.some((reading) => reading.match === match));
  return readings.find(({ match }) => match === best);
});

export function judgeFurigana(evidence: Evidence, sought: 'literal' | 'other'): Judgement {
  const reading = furiganaOf(evidence);
  if (!reading?.kana) return unknown('furigana');
  if (reading.match === 'unknown') return unknown('name');
  if (reading.match !== sought) return noHit;
  return hit({ kana: reading.kana, kanji: reading.kanji });
}

/** A Japanese name in Latin letters at a place in Japan; '' where there is none. */
export const latinNameOf = perOrder((evidence: Evidence): string | undefined => {
  const orderer = ordererAddress(evidence);
  if (!orderer) return undefined;
  let known = false;
  for (const address of namesOf(evidence, orderer)) {
    const country = address.countryCode?.toUpperCase() ?? evidence.shop.homeCountry ?? 'JP';
    const isJapanese = isJapaneseInLatin(address.lastName, address.firstName);
    if (isJapanese && country === 'JP') return wholeName(address);
    known ||= isJapanese !== undefined;
  }
  return known ? '' : undefined;
});
