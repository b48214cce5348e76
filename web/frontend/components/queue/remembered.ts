/**
 * Small things that this browser remembers for the page of cases. A frame whose storage the browser
 * keeps shut must still work: then nothing is remembered.
 */
const prefix = 'sekisho.queue.';

export function recall(name: 'bulk' | 'keys'): string | null {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

export function remember(name: 'bulk' | 'keys', value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, value);
  } catch {
    // Nothing is lost but a convenience.
  }
}
