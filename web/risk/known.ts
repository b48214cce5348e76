import { type Facts, hit, type Judgement, type MissingFact, noHit, unknown } from './signal.ts';

/** `undefined`: not known. A part that is not known decides nothing that the known parts decide. */
export type Known = boolean | undefined;

export function allOf(...parts: readonly Known[]): Known {
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
}

export function anyOf(...parts: readonly Known[]): Known {
  if (parts.includes(true)) return true;
  return parts.includes(undefined) ? undefined : false;
}

/** A condition as a judgement; `missing` names what would have to be known. */
export function judged(
  condition: Known,
  missing: readonly MissingFact[],
  facts: () => Facts = () => ({}),
): Judgement {
  if (condition === undefined) return unknown(...missing);
  return condition ? hit(facts()) : noHit;
}
