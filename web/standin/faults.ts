import { createStorm, fits, type Storm } from './fault-storm.ts';

/**
 * How the stand-in misbehaves. What was not asked for never happens. `done`: the request is carried
 * out all the same, and only its answer is lost.
 */
export type Fault =
  /** HTTP 200 with THROTTLED, whatever is in the bucket. */
  | { readonly kind: 'throttled' }
  | { readonly kind: 'unauthorized' }
  /** 429; `retryAfterSeconds` null: without the header. */
  | { readonly kind: 'too-many'; readonly retryAfterSeconds?: number | null }
  | { readonly kind: 'server-error'; readonly status?: number; readonly done?: boolean }
  /** HTTP 200 with a page for people where JSON was asked for. */
  | { readonly kind: 'html'; readonly done?: boolean }
  /** HTTP 200 with INTERNAL_SERVER_ERROR and no data. */
  | { readonly kind: 'internal-error'; readonly done?: boolean }
  /** 402: the store has not paid. */
  | { readonly kind: 'frozen' }
  /** 423: the store is locked. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'slow'; readonly latencyMs: number }
  /** No answer ever comes: who asked gives up by itself. */
  | { readonly kind: 'silent'; readonly done?: boolean }
  /**
   * Partial data: `field` is null wherever it stands, with an error beside it: denied in a query, an
   * internal error in a mutation (its last field where none is named) or where `internal` says so.
   */
  | { readonly kind: 'half-data'; readonly field?: string; readonly internal?: boolean }
  /** Carried out, and once more, as by a proxy that lost the first answer; the second is given. */
  | { readonly kind: 'twice' }
  /** The request is carried out and the connection breaks before the answer. */
  | { readonly kind: 'reset-after' }
  /** The connection breaks before anything is done. */
  | { readonly kind: 'reset-before' };

export interface FaultRule {
  readonly fault: Fault;
  /** How many requests it strikes; without it, all of them. */
  readonly times?: number;
  /** How many that it could strike pass first. */
  readonly after?: number;
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
  /** What it is about, so that a storm strikes the same requests in whatever order they come. */
  readonly about?: string;
}

export interface Faults {
  add(rule: FaultRule): void;
  /** Strikes a share of all requests until `clear`; only where no rule struck. */
  storm(storm: Storm): void;
  clear(): void;
  /** The faults that strike this request; a `slow` may come together with another. */
  strike(asked: Asked): Fault[];
}

export function createFaults(random: () => number): Faults {
  let rules: { rule: FaultRule; left: number; pass: number }[] = [];
  let storm: (asked: Asked) => Fault | null = () => null;

  return {
    add(rule) {
      rules.push({ rule, left: rule.times ?? Number.POSITIVE_INFINITY, pass: rule.after ?? 0 });
    },
    storm(asked) {
      storm = createStorm(asked);
    },
    clear() {
      rules = [];
      storm = () => null;
    },
    strike(asked) {
      const struck: Fault[] = [];
      for (const each of rules) {
        const { rule } = each;
        if (each.left <= 0 || !fits(rule, asked)) continue;
        if (rule.probability !== undefined && random() >= rule.probability) continue;
        if (each.pass > 0) {
          each.pass -= 1;
          continue;
        }
        if (rule.fault.kind !== 'slow' && struck.some(({ kind }) => kind !== 'slow')) continue;
        each.left -= 1;
        struck.push(rule.fault);
      }
      rules = rules.filter(({ left }) => left > 0);
      const drawn = struck.length === 0 ? storm(asked) : null;
      return drawn === null ? struck : [drawn];
    },
  };
}
