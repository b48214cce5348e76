import { touch } from './changes.ts';
import type { Order } from './state.ts';
import type { Store } from './store.ts';

/** Tags as Shopify keeps them: split at commas, one of each whatever its case, in alphabetical order. */
export function normalizeTags(tags: readonly string[]): string[] {
  const kept = new Map<string, string>();
  for (const tag of tags.flatMap((each) => each.split(',')).map((each) => each.trim())) {
    if (tag !== '' && !kept.has(tag.toLowerCase())) kept.set(tag.toLowerCase(), tag);
  }
  return [...kept.values()].sort((a, b) =>
    a.toLowerCase() < b.toLowerCase() ? -1 : a.toLowerCase() > b.toLowerCase() ? 1 : 0,
  );
}

export function addTags(store: Store, order: Order, tags: readonly string[]): void {
  replaceTags(store, order, normalizeTags([...order.tags, ...tags]));
}

/** On orders a tag is removed only under its exact spelling (a recording shows it). */
export function removeTags(store: Store, order: Order, tags: readonly string[]): void {
  const gone = new Set(normalizeTags(tags));
  replaceTags(
    store,
    order,
    order.tags.filter((tag) => !gone.has(tag)),
  );
}

function replaceTags(store: Store, order: Order, tags: string[]): void {
  const same = tags.length === order.tags.length && tags.every((tag, i) => tag === order.tags[i]);
  order.tags = tags;
  if (!same) touch(store, order);
}

export const longestTag = 40;
