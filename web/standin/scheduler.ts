interface Task {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** Things that the store does by itself later: routing an order, ending a job, sending a webhook again. */
export interface Scheduler {
  now(): number;
  /** Runs `task` once `ms` have passed on the stand-in's clock. */
  after(ms: number, task: () => void): void;
  /** Runs everything that is due; needed only where the clock was injected. */
  advance(): void;
  stop(): void;
}

/**
 * With the machine's own clock, real timers. With an injected clock nothing runs by itself: the test moves its
 * clock and calls `advance()` (every request does so too), so that no test has to sleep.
 */
export function createScheduler(injectedNow?: () => number): Scheduler {
  const timers = new Set<NodeJS.Timeout>();
  let tasks: Task[] = [];
  let count = 0;
  const now = injectedNow ?? Date.now;

  const advance = () => {
    for (;;) {
      const due = tasks
        .filter((task) => task.at <= now())
        .sort((a, b) => a.at - b.at || a.order - b.order)[0];
      if (!due) return;
      tasks = tasks.filter((task) => task !== due);
      due.run();
    }
  };

  return {
    now,
    after(ms, run) {
      if (injectedNow) {
        count += 1;
        tasks.push({ at: now() + ms, order: count, run });
        return;
      }
      const timer = setTimeout(() => {
        timers.delete(timer);
        run();
      }, ms);
      timers.add(timer);
    },
    advance,
    stop() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      tasks = [];
    },
  };
}
