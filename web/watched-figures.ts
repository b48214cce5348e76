import { Gauge, type Registry } from 'prom-client';
import type { Watchdog } from './contract/today.ts';
import type { MailFigures, Metrics, QueueFigures } from './usecases/ports/metrics-port.ts';

/** Figures that lie in the database and are read when somebody asks for them. */
export function createWatchedFigures(registers: Registry[]) {
  const queue = watched(queueGauges(registers));
  const watchdog = watched(watchdogGauges(registers));
  const mails = watched(mailGauges(registers));
  return {
    watchQueue: queue.watch,
    watchWatchdog: watchdog.watch,
    watchMails: mails.watch,
    /** Before the text is made, not in each gauge's collect(): siblings would show the scrape before. */
    refresh: async () => {
      await Promise.all([queue.refresh(), watchdog.refresh(), mails.refresh()]);
    },
  } satisfies Partial<Metrics> & { refresh: () => Promise<void> };
}

/** A failing read leaves the last figures: a database that is away must not take the others along. */
function watched<F>(show: (figures: F) => void) {
  let read: (() => Promise<F>) | undefined;
  return {
    watch(reader: () => Promise<F>) {
      read = reader;
    },
    refresh: async () => {
      const figures = await read?.().catch(() => undefined);
      if (figures !== undefined) show(figures);
    },
  };
}

function queueGauges(registers: Registry[]) {
  const waiting = gauge(registers, 'sekisho_queue_waiting', 'Pieces of work that wait');
  const failed = gauge(registers, 'sekisho_queue_failed', 'Pieces of work that were given up');
  const oldest = gauge(registers, 'sekisho_queue_oldest_seconds', 'Age of the oldest waiting work');
  return (figures: QueueFigures) => {
    waiting.set(figures.waiting);
    failed.set(figures.failed);
    oldest.set(figures.oldestSeconds);
  };
}

function watchdogGauges(registers: Registry[]) {
  const name = 'sekisho_watchdog';
  const notHeld = gauge(registers, `${name}_flagged_not_held`, 'Orders that lack their hold');
  const withoutCase = gauge(registers, `${name}_held_without_case`, 'Holds without a case');
  return (figures: Watchdog) => {
    notHeld.set(figures.flaggedNotHeld);
    withoutCase.set(figures.heldWithoutCase);
  };
}

function mailGauges(registers: Registry[]) {
  const help = 'Letters that wait, are on their way, or whose fate is unknown or failed';
  const mails = new Gauge({ name: 'sekisho_mails', help, labelNames: ['state'], registers });
  return (figures: MailFigures) => {
    for (const [state, count] of Object.entries(figures)) mails.set({ state }, count);
  };
}

const gauge = (registers: Registry[], name: string, help: string) =>
  new Gauge({ name, help, registers });
