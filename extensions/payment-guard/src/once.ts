/** Works an answer out at the first question, and keeps it. */
export function once<T>(answer: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => {
    known ??= { value: answer() };
    return known.value;
  };
}
