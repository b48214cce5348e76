/** Ids in the order of asking (`act-1`, `act-2` …): what a failing test prints can be read. */
export function sequentialIds(prefix = 'id'): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `${prefix}-${last}`;
  };
}

/** Sequential whole numbers, for Shopify's numeric ids. */
export function sequentialNumbers(first = 1001): () => number {
  let next = first;
  return () => next++;
}
