import type { Assessment, Level, Verdict } from './assessment.ts';
import type { Bands, Reaction, Ruleset } from './ruleset.ts';
import type { ScoredHit } from './score.ts';

const order: Readonly<Record<Level, number>> = { normal: 0, caution: 1, high: 2 };
export const higher = (one: Level, other: Level): Level =>
  order[one] >= order[other] ? one : other;

const band = (value: number, caution: number, high: number): Level =>
  value >= high ? 'high' : value >= caution ? 'caution' : 'normal';

export const levelByChecks = (checks: number, bands: Bands): Level =>
  band(checks, bands.cautionChecks, bands.highChecks);
export const levelByPoints = (points: number, bands: Bands): Level =>
  band(points, bands.cautionPoints, bands.highPoints);

export interface Conclusion {
  readonly level: Level;
  /** Id of a signal whose floor is this level, if any. */
  readonly floor: string | null;
}

const isHit = (hits: readonly ScoredHit[], id: string) =>
  hits.some(({ result }) => result.id === id);

function highestFloor(hits: readonly ScoredHit[]): ScoredHit | null {
  let highest: ScoredHit | null = null;
  for (const hit of hits) {
    if (hit.floor && (!highest || order[hit.floor] > order[highest.floor ?? 'normal'])) {
      highest = hit;
    }
  }
  return highest;
}

function levelByBands(checks: number, points: number, isGood: boolean, rules: Ruleset): Level {
  const byPoints = rules.by === 'count' ? 'normal' : levelByPoints(points, rules.bands);
  if (rules.by === 'points') return byPoints;
  const byChecks = levelByChecks(checks, rules.bands);
  const isEased = isGood && byChecks === 'caution' && points < rules.bands.cautionPoints;
  return higher(byPoints, isEased ? 'normal' : byChecks);
}

/** A person's word goes before every rule; a remembered fraud keeps it under check. */
function confirmedWord(hits: readonly ScoredHit[]): Conclusion | null {
  if (!isHit(hits, 'staff-identity-confirmed')) return null;
  const remembered = ['blocklist-exact', 'past-dispute'].find((id) => isHit(hits, id));
  return { level: remembered ? 'caution' : 'normal', floor: remembered ?? null };
}

/** The merchant's own trust beats points and floors, but no chargeback and no victim's protection. */
function trustedWord(hits: readonly ScoredHit[]): Conclusion | null {
  if (!isHit(hits, 'allowed-list-match')) return null;
  const stronger = ['past-dispute', 'protected-recipient'].some((id) => isHit(hits, id));
  return stronger ? null : { level: 'normal', floor: null };
}

/**
 * Nothing alarms but letters and language: whatever a merchant lets them weigh, a person's way of
 * writing must not be what stops an order.
 */
function isOnlyWeak(hits: readonly ScoredHit[]): boolean {
  const alarming = hits.filter(({ exact, result }) => exact > 0 || result.counted);
  return alarming.length > 0 && alarming.every(({ rule }) => rule.signal.weak === true);
}

/** The level, and the floor that decided it: the higher of count, points and floor. */
export function conclude(
  hits: readonly ScoredHit[],
  checks: number,
  points: number,
  rules: Ruleset,
): Conclusion {
  if (isHit(hits, 'staff-denies-order')) return { level: 'high', floor: 'staff-denies-order' };
  // Trust first: an identity that is confirmed on top of it must not lift the level.
  const said = trustedWord(hits) ?? confirmedWord(hits);
  if (said) return said;
  const floor = highestFloor(hits);
  const isGood = !floor && isHit(hits, 'repeat-good-customer');
  const byBands = isOnlyWeak(hits) ? 'normal' : levelByBands(checks, points, isGood, rules);
  const level = higher(byBands, floor?.floor ?? 'normal');
  return { level, floor: floor?.floor === level ? floor.result.id : null };
}

/** What nearly every new customer of a Japanese shop is. */
const ordinary: ReadonlySet<string> = new Set([
  'phone-mobile-only',
  'email-free-provider',
  'email-carrier',
  'first-order',
  'cod-requested',
]);

/** The only counted checks are those of an ordinary first-time buyer, and no floor applies. */
export function isOrdinaryFirstTimeBuyer({
  signals,
  floor,
}: Pick<Assessment, 'signals' | 'floor'>): boolean {
  const counted = signals.filter((result) => result.counted);
  return floor === null && counted.length > 0 && counted.every(({ id }) => ordinary.has(id));
}

export interface HoldPolicy {
  readonly caution: Reaction;
  readonly high: Reaction;
  readonly holdOrdinaryCaution: boolean;
}

/** Whether the level alone stops the shipment. */
export function isHeldByLevel(level: Level, isOrdinary: boolean, policy: HoldPolicy): boolean {
  if (level === 'high') return policy.high === 'hold';
  if (level !== 'caution' || policy.caution !== 'hold') return false;
  return policy.holdOrdinaryCaution || !isOrdinary;
}

/** `cancel` is never proposed from signals: only a list entry or a merchant's own rule may. */
export const verdictOf = (level: Level, isHeld: boolean): Verdict =>
  level === 'normal' && !isHeld ? 'approve' : isHeld ? 'hold' : 'review';
