import { manualClock } from '../support/clock.ts';

/** A clock whose sleepers wake when a test moves it past their time. */
export function sleepingClock() {
  const clock = manualClock();
  const sleepers = new Set<{ until: number; wake: () => void }>();
  const sleep = (milliseconds: number, signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const sleeper = { until: clock.now() + milliseconds, wake: resolve };
      sleepers.add(sleeper);
      signal.addEventListener('abort', () => {
        sleepers.delete(sleeper);
        reject(new Error('aborted'));
      });
    });

  /** Lets everything that can happen now happen, without passing any time. */
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

  async function pass(milliseconds: number): Promise<void> {
    await settled();
    clock.advance(milliseconds);
    for (const sleeper of sleepers) {
      if (sleeper.until > clock.now()) continue;
      sleepers.delete(sleeper);
      sleeper.wake();
    }
    await settled();
  }

  return {
    now: clock.now,
    advance: clock.advance,
    sleep,
    pass,
    settled,
    sleeping: () => sleepers.size,
  };
}
