/** How the stand-in misbehaves. What was not asked for never happens. */
export type Fault =
  /** HTTP 200 with THROTTLED, whatever is in the bucket. */
  | { readonly kind: 'throttled' }
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'too-many'; readonly retryAfterSeconds?: number }
  | { readonly kind: 'server-error'; readonly status?: number }
  /** 402: the store has not paid. */
  | { readonly kind: 'frozen' }
  /** 423: the store is locked. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'slow'; readonly latencyMs: number }
  /** Partial data: `field` is null wherever it stands, with an error beside it. */
  | { readonly kind: 'half-data'; readonly field?: string }
  /** The request is carried out and the connection breaks before the answer. */
  | { readonly kind: 'reset-after' }
  /** The connection breaks before anything is done. */
  | { readonly kind: 'reset-before' };

export interface FaultRule {
  readonly fault: Fault;
  /** How many requests it strikes; without it, all of them. */
  readonly times?: number;
  /** 0 to 1, drawn from the seeded source. */
  readonly probability?: number;
  readonly shop?: string;
  /** Operation name as the document gives it. */
  readonly operation?: string;
  readonly only?: 'query' | 'mutation' | 'token';
}

export interface Asked {
  readonly shop: string;
  readonly operation: string;
  readonly kind: 'query' | 'mutation' | 'token';
}

export interface Faults {
  add(rule: FaultRule): void;
  clear(): void;
  /** The faults that strike this request; a `slow` may come together with another. */
  strike(asked: Asked): Fault[];
}

export function createFaults(random: () => number): Faults {
  let rules: { rule: FaultRule; left: number }[] = [];

  const fits = (rule: FaultRule, asked: Asked): boolean =>
    (rule.shop === undefined || rule.shop === asked.shop) &&
    (rule.operation === undefined || rule.operation === asked.operation) &&
    (rule.only === undefined ? asked.kind !== 'token' : rule.only === asked.kind);

  return {
    add(rule) {
      rules.push({ rule, left: rule.times ?? Number.POSITIVE_INFINITY });
    },
    clear() {
      rules = [];
    },
    strike(asked) {
      const struck: Fault[] = [];
      for (const each of rules) {
        const { rule } = each;
        if (each.left <= 0 || !fits(rule, asked)) continue;
        if (rule.probability !== undefined && random() >= rule.probability) continue;
        if (rule.fault.kind !== 'slow' && struck.some(({ kind }) => kind !== 'slow')) continue;
        each.left -= 1;
        struck.push(rule.fault);
      }
      rules = rules.filter(({ left }) => left > 0);
      return struck;
    },
  };
}
