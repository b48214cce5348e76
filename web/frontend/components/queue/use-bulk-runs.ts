import { useEffect, useState } from 'react';
import type { BulkBody, BulkRun } from '../../../contract/queue.ts';
import { ApiError } from '../../api-error.ts';
import { runningBulk, useBulkRun, useStartBulk, useStopBulk } from '../../queries/use-bulk-run.ts';
import { recall, remember } from './remembered.ts';

/** The page's own request comes first; a run that nobody here knows of is looked for after it. */
const pause = 3000;

/**
 * The bulk run that is shown: the one asked for here, the one that this browser watched before a
 * reload, or one that is under way elsewhere.
 */
export function useBulkRuns() {
  const [id, setId] = useState(() => recall('bulk'));
  const run = useBulkRun(id);
  const starting = useStartBulk();
  const stopping = useStopBulk();
  const show = (next: string | null) => {
    remember('bulk', next);
    setId(next);
  };
  useFindRunning(id === null, show);
  // Another shop's run, or one that was cleared away: nothing to show, and nothing to tell.
  const isLost = id !== null && run.error instanceof ApiError && run.error.code === 'not_found';
  useEffect(() => {
    if (!isLost) return;
    remember('bulk', null);
    setId(null);
  }, [isLost]);
  return {
    run: id === null ? null : (run.data ?? null),
    /** `onTaken` is called once the server has it. */
    start: (body: BulkBody, onTaken: () => void) =>
      starting.mutate(body, {
        onSuccess: (begun: BulkRun) => {
          show(begun.id);
          onTaken();
        },
      }),
    starting,
    stop: () => id !== null && stopping.mutate(id),
    stopping,
    close: () => show(null),
  };
}

function useFindRunning(isWanted: boolean, show: (id: string) => void): void {
  useEffect(() => {
    if (!isWanted) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      runningBulk(stop.signal).then(
        (found) => found !== null && show(found.id),
        // It is looked for again at the next visit; what is under way goes on either way.
        () => undefined,
      );
    }, pause);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [isWanted]);
}
