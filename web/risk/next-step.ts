import type { Assessment } from './assessment.ts';

/** Keys of the plain sentences that say what to do next, `nextStep.<key>` in the locales. */
export const nextSteps = [
  'ship',
  'denied',
  'list-match',
  'addressee-may-be-victim',
  'card-warning',
  'forwarder',
  'cod-call',
  'company',
  'address',
  'contact',
  'call',
  'look',
] as const;
export type NextStep = (typeof nextSteps)[number];

/** The first that fits decides: what weighs most, then what a person can do about it. */
const steps: readonly (readonly [NextStep, RegExp])[] = [
  ['denied', /^staff-denies-order$/],
  ['addressee-may-be-victim', /^(?:cod-harassment-pattern|protected-recipient)$/],
  ['list-match', /^(?:blocklist-|past-dispute$)/],
  ['card-warning', /^(?:card-|cardholder-|velocity-card$)/],
  ['forwarder', /^forwarder-/],
  ['cod-call', /^cod-/],
  ['company', /^company-contact-mismatch$/],
  ['address', /^(?:address-|postal-code-|ship-to-|staff-address-)/],
  ['contact', /^(?:phone-invalid|phone-missing|email-invalid|email-disposable)$/],
];

/** What a clerk does next with this order. */
export function nextStepKey(assessment: Assessment): NextStep {
  if (assessment.level === 'normal') return 'ship';
  const hits = assessment.signals.filter(({ outcome, points }) => outcome === 'hit' && points > 0);
  const fitting = steps.find(([, ids]) => hits.some(({ id }) => ids.test(id)));
  return fitting?.[0] ?? (assessment.level === 'high' ? 'call' : 'look');
}

/** Whoever receives it has probably ordered nothing: a series of COD parcels, or the person said so. */
export const hitsStranger = ({ signals }: Assessment): boolean =>
  signals.some(
    ({ id, outcome }) =>
      outcome === 'hit' && (id === 'cod-harassment-pattern' || id === 'staff-denies-order'),
  );
