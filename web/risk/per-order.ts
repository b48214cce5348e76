import type { Evidence } from './order-facts.ts';

/**
 * Many signals ask for the same reading of an order (its phones, its address taken apart).
 * Each is made once: orders are judged one at a time, so the last one is enough to remember.
 * Evidence is readonly; whoever changed it in place would be given the old reading.
 */
export function perOrder<T>(read: (evidence: Evidence) => T): (evidence: Evidence) => T {
  let last: Evidence | undefined;
  let value: T;
  return (evidence) => {
    if (last !== evidence) {
      value = read(evidence);
      last = evidence;
    }
    return value;
  };
}
