/**
 * Words of names repeat from order to order. What was read of the last `capacity` of them is kept; then
 * all is forgotten at once, which is cheaper than to know the oldest.
 */
export function remembered<T>(read: (text: string) => T, capacity = 2000): (text: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (text) => {
    const entry = known.get(text);
    if (entry) return entry.value;
    const value = read(text);
    if (known.size >= capacity) known.clear();
    known.set(text, { value });
    return value;
  };
}
