import type { Log } from '../../web/usecases/ports/log-port.ts';

/** A log whose lines a test can search for what must not be there. */
export function captureLog(): { log: Log; lines: string[] } {
  const lines: string[] = [];
  const write = (fields: unknown, message: string) =>
    void lines.push(`${message} ${JSON.stringify(fields)}`);
  const log: Log = {
    debug: write,
    info: write,
    warn: write,
    error: write,
    child: () => log,
  };
  return { log, lines };
}
