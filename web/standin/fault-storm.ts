import type { Asked, Fault, FaultRule } from './faults.ts';

/** Bad weather: a share of all requests meets one of these faults. */
export interface Storm {
  readonly seed: number;
  /** 0 to 1. */
  readonly share: number;
  /** Each as likely as the others among those that fit a request. */
  readonly faults: readonly Omit<FaultRule, 'times' | 'probability'>[];
}

/** Whether a rule speaks of this request; token requests only where it says so. */
export const fits = (rule: Omit<FaultRule, 'fault'>, asked: Asked): boolean =>
  (rule.shop === undefined || rule.shop === asked.shop) &&
  (rule.operation === undefined || rule.operation === asked.operation) &&
  (rule.only === undefined ? asked.kind !== 'token' : rule.only === asked.kind);

/**
 * Draws by what is asked and how often it was asked before, not by the order in which requests come:
 * twelve hands work at once, and a seed must strike the same requests again.
 */
export function createStorm({ seed, share, faults }: Storm): (asked: Asked) => Fault | null {
  const times = new Map<string, number>();
  return (asked) => {
    const key = `${asked.shop}|${asked.operation}|${asked.about ?? ''}`;
    const before = times.get(key) ?? 0;
    times.set(key, before + 1);
    const fitting = faults.filter((rule) => fits(rule, asked));
    if (fitting.length === 0 || draw(`${seed}|${key}|${before}`) >= share) return null;
    const at = Math.floor(draw(`${seed}|which|${key}|${before}`) * fitting.length);
    return fitting[at]?.fault ?? null;
  };
}

/** 0 to 1 out of a text: FNV-1a, then mixed so that texts that differ in their end differ in all. */
function draw(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
