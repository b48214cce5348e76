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

export const addTags = (tags: readonly string[], added: readonly string[]): string[] =>
  normalizeTags([...tags, ...added]);

export function removeTags(
  tags: readonly string[],
  removed: readonly string[],
  caseless: boolean,
): string[] {
  const spelled = (tag: string) => (caseless ? tag.toLowerCase() : tag);
  const gone = new Set(normalizeTags(removed).map(spelled));
  return tags.filter((tag) => !gone.has(spelled(tag)));
}

/** Characters that an order's tag may have. */
export const longestTag = 40;
