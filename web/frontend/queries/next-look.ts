const watched = 5000;
const aside = 20_000;
/** A frame without the focus is still looked at while a pointer passes over it now and then. */
const glance = 60_000;

export interface Seen {
  readonly isVisible: boolean;
  readonly hasFocus: boolean;
  /** Milliseconds since the page was opened or a pointer moved over it. */
  readonly idle: number;
}

/** Milliseconds from one look at the change counter to the next; null: nobody can see the page. */
export function nextLook({ isVisible, hasFocus, idle }: Seen): number | null {
  if (!isVisible) return null;
  return hasFocus || idle < glance ? watched : aside;
}
