import { type Bag, bag, cents } from '../money.ts';
import { normalizeTags } from '../tags.ts';
import {
  type Exchange,
  isObject,
  type Json,
  type JsonObject,
  objectsIn,
  type Recording,
} from './recording.ts';

/** The first answer, from this exchange on, that shows the thing with more than its id. */
export function sighting(recording: Recording, from: number, id: string): JsonObject | undefined {
  let first: JsonObject | undefined;
  for (const exchange of recording.exchanges.slice(from)) {
    for (const { object } of objectsIn(exchange.response.data)) {
      if (object.id !== id) continue;
      if (Object.keys(object).length > 2) return object;
      first ??= object;
    }
  }
  return first;
}

export const text = (value: Json | undefined): string | null =>
  typeof value === 'string' ? value : null;

export const moneyIn = (value: Json | undefined): { amount: Bag; currency: string } | undefined => {
  if (!isObject(value) || !isObject(value.shopMoney)) return undefined;
  const presentment = isObject(value.presentmentMoney) ? value.presentmentMoney : value.shopMoney;
  return {
    amount: bag(cents(value.shopMoney.amount), cents(presentment.amount)),
    currency: String(value.shopMoney.currencyCode),
  };
};

/** What the tags were before the exchange in which they are first seen. */
export function tagsBefore(exchange: Exchange | undefined, seen: JsonObject): string[] {
  const after = Array.isArray(seen.tags) ? seen.tags.map(String) : [];
  const given = exchange?.variables?.tags;
  const changed = normalizeTags(
    (Array.isArray(given) ? given : given === undefined ? [] : [given]).map(String),
  );
  if (/\btagsRemove\b/.test(exchange?.query ?? '')) return normalizeTags([...after, ...changed]);
  if (!/\btagsAdd\b/.test(exchange?.query ?? '')) return after;
  return after.filter((tag) => !changed.includes(tag));
}
