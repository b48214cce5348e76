/** What one store was asked, by operation name. */
export interface OperationCount {
  requests: number;
  requested: number;
  /** Points that were really charged. */
  points: number;
  throttled: number;
  errors: number;
}

export interface Metrics {
  count(shop: string, operation: string, add: Partial<OperationCount>): void;
  /** shop → operation → counts; '' sums each shop up. */
  read(): Record<string, Record<string, OperationCount>>;
  reset(): void;
}

const nothing = (): OperationCount => ({
  requests: 0,
  requested: 0,
  points: 0,
  throttled: 0,
  errors: 0,
});

export function createMetrics(): Metrics {
  let counts = new Map<string, Map<string, OperationCount>>();

  const entry = (shop: string, operation: string): OperationCount => {
    const ofShop = counts.get(shop) ?? new Map<string, OperationCount>();
    counts.set(shop, ofShop);
    const one = ofShop.get(operation) ?? nothing();
    ofShop.set(operation, one);
    return one;
  };

  const sum = (to: OperationCount, add: Partial<OperationCount>): void => {
    to.requests += add.requests ?? 0;
    to.requested += add.requested ?? 0;
    to.points += add.points ?? 0;
    to.throttled += add.throttled ?? 0;
    to.errors += add.errors ?? 0;
  };

  return {
    count(shop, operation, add) {
      sum(entry(shop, operation), add);
      sum(entry(shop, ''), add);
    },
    read: () =>
      Object.fromEntries(
        [...counts].map(([shop, of]) => [
          shop,
          Object.fromEntries([...of].map(([operation, count]) => [operation, { ...count }])),
        ]),
      ),
    reset() {
      counts = new Map();
    },
  };
}
