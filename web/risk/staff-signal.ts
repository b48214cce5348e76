import { hit, noHit, type Signal, unknown } from './signal.ts';

/** A check that only a person can make; its result is entered in the app. */
export const staffSignal = (
  definition: Pick<Signal, 'id' | 'points' | 'checkItem' | 'text'> & Partial<Signal>,
): Signal => ({
  group: 'staff',
  counts: definition.points > 0,
  judge(evidence) {
    const result = evidence.staffChecks[definition.id];
    if (result === 'hit') return hit();
    return result === 'no-hit' ? noHit : unknown('staff');
  },
  ...definition,
});
