/** So many pieces of work at a time in this process, shared out to the shops in turn. */
export interface Turns {
  /** How many of `want` places the shop gets now; for the rest it is called when its turn comes. */
  take(shop: string, want: number): number;
  /** So many of its places are free again. */
  give(shop: string, places: number): void;
  /** The shop has nothing to do: it is not called. */
  pass(shop: string): void;
  /** Resolves when there is a free place that no shop waits for. */
  room(): Promise<void>;
}

/**
 * Whoever comes while there is room takes what it wants; once all places are taken, each that becomes free
 * goes to the shop that has waited longest, one at a time. A shop with ten thousand tasks gets the same
 * turns as a shop with one.
 *
 * @param call must look for work of that shop: a place is kept for it until it calls `take` or `pass`
 */
export function createTurns(total: number, call: (shop: string) => void): Turns {
  const waiting = new Set<string>();
  /** Places of shops that were called and have not come yet. */
  const kept = new Map<string, number>();
  let free = total;
  let roomFound: (() => void)[] = [];

  function share(): void {
    while (free > 0) {
      const [next] = waiting;
      if (next === undefined) break;
      waiting.delete(next);
      free -= 1;
      kept.set(next, (kept.get(next) ?? 0) + 1);
      call(next);
    }
    if (free === 0) return;
    const told = roomFound;
    roomFound = [];
    for (const tell of told) tell();
  }

  return {
    take(shop, want) {
      free += kept.get(shop) ?? 0;
      kept.delete(shop);
      const given = Math.min(want, free);
      free -= given;
      if (given < want) waiting.add(shop);
      else waiting.delete(shop);
      share();
      return given;
    },
    give(_shop, places) {
      free += places;
      share();
    },
    pass(shop) {
      waiting.delete(shop);
      free += kept.get(shop) ?? 0;
      kept.delete(shop);
      share();
    },
    room: () =>
      free > 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            roomFound.push(resolve);
          }),
  };
}
