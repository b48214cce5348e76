const watched = 5000;
const aside = 20_000;

/** Milliseconds from one look at the change counter to the next; null: nobody can see the page. */
export function nextLook(seen: { isVisible: boolean; hasFocus: boolean }): number | null {
  if (!seen.isVisible) return null;
  return seen.hasFocus ? watched : aside;
}
