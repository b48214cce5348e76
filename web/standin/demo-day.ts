import { type DemoKind, demoKinds, demoOrder } from './demo/kinds.ts';
import { crowd } from './demo/people.ts';
import type { PlaceOrderInput } from './place-order.ts';
import { pick, seeded } from './random.ts';
import type { ShopControl } from './shop-control.ts';

export interface DemoArrival {
  /** Milliseconds after the day begins to be played. */
  readonly afterMs: number;
  readonly kind: DemoKind;
  readonly order: PlaceOrderInput;
}

export interface DemoDay {
  /** Orders of the last sixty days: paid, shipped, from customers who mostly come again. */
  readonly past: readonly PlaceOrderInput[];
  readonly today: readonly DemoArrival[];
}

const pastOrders = 40;
const dayMs = 86_400_000;
const minuteMs = 60_000;

/** What waits when the shop opens. */
const morning: readonly DemoKind[] = [
  'ordinary',
  'gift',
  'cod-ordinary',
  'ordinary',
  'cod-prank',
  'cod-prank',
  'cod-prank',
  'card-thief',
  'ordinary',
  'konbini',
  'card-testing',
  'card-testing',
  'card-testing',
  'card-testing',
  'captured-suspicious',
  'gift',
];

/** What arrives while somebody looks, one after another. */
const later: readonly DemoKind[] = [
  'other-spelling',
  'cod-suspicious',
  'ordinary',
  'care-of',
  'ordinary',
  'cod-prank',
  'gift',
  'hotel',
  'ordinary',
  'card-thief',
  'konbini',
  'cod-ordinary',
  'captured-suspicious',
  'ordinary',
  'cod-prank',
];

/** Early enough that today's page, which looks again every five seconds, shows it within ten. */
const firstArrivalMs = 4000;

/** A day of a small Japanese shop, all of it fictitious; the same for the same `seed` and `now`. */
export function demoDay(options: { now: number; seed?: number }): DemoDay {
  const random = seeded(options.seed ?? 20_261_122);
  const counts = new Map<DemoKind, number>();
  const next = (kind: DemoKind): PlaceOrderInput => {
    const n = counts.get(kind) ?? 0;
    counts.set(kind, n + 1);
    return demoOrder(kind, n, random);
  };
  const past = Array.from({ length: pastOrders }, (_, index) =>
    pastOrder(index, options.now, random),
  );
  const today: DemoArrival[] = morning.map((kind, index) => ({
    afterMs: 0,
    kind,
    order: { ...next(kind), createdAt: options.now - (morning.length - index) * 9 * minuteMs },
  }));
  let at = firstArrivalMs;
  for (const kind of later) {
    today.push({ afterMs: at, kind, order: next(kind) });
    at += 20_000 + Math.floor(random() * 20_000);
  }
  return { past, today };
}

function pastOrder(index: number, now: number, random: () => number): PlaceOrderInput {
  const kind: DemoKind = index % 7 === 3 ? 'cod-ordinary' : index % 9 === 5 ? 'gift' : 'ordinary';
  const daysAgo = 59 - Math.floor((index * 58) / pastOrders);
  return {
    ...demoOrder(kind, index % crowd, random),
    createdAt: now - daysAgo * dayMs - Math.floor(random() * 8) * 60 * minuteMs,
    silent: true,
    delivered: true,
  };
}

/** One more order of a kind (any kind where none is named), for the button in the store's admin page. */
export function anotherOrder(kind: DemoKind | null, n: number, seed = n): PlaceOrderInput {
  const random = seeded(seed + 7);
  return demoOrder(kind ?? pick(random, demoKinds), n, random);
}

/** The past, written down silently: nobody is told of it, the app finds it when it looks back. */
export function playPast(shop: ShopControl, day: DemoDay): void {
  for (const order of day.past) shop.placeOrder(order);
}

/** Places today's orders as their time comes. `stop` ends it. */
export function playToday(shop: ShopControl, day: DemoDay): { stop(): void } {
  const timers = day.today.map(({ afterMs, order }) => {
    if (afterMs > 0) return setTimeout(() => shop.placeOrder(order), afterMs);
    shop.placeOrder(order);
    return undefined;
  });
  return {
    stop() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
