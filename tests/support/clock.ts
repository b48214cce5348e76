/** A clock that moves only when a test moves it. */
export interface ManualClock {
  /** Epoch milliseconds. Pass it on as the `now` of what is tested. */
  now: () => number;
  /** The same instant as ISO 8601 in UTC. */
  iso: () => string;
  advance: (milliseconds: number) => void;
  set: (iso: string) => void;
}

/** Noon in Tokyo: a day boundary in either zone is hours away, so no test passes by the time of day. */
export function manualClock(start = '2026-11-22T12:00:00+09:00'): ManualClock {
  let now = epoch(start);
  return {
    now: () => now,
    iso: () => new Date(now).toISOString(),
    advance: (milliseconds) => {
      now += milliseconds;
    },
    set: (iso) => {
      now = epoch(iso);
    },
  };
}

function epoch(iso: string): number {
  const milliseconds = Date.parse(iso);
  if (Number.isNaN(milliseconds)) throw new Error(`Not a time: ${iso}`);
  return milliseconds;
}
