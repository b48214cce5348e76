import { useEffect, useRef, useState } from 'react';
import type { QueueVersion } from '../../contract/queue.ts';
import { getJson } from '../api.ts';
import { nextLook } from './next-look.ts';

/** Milliseconds after which a pointer that comes back is worth a look at once. */
const aside = 20_000;
/** Calls that fail one after the other until the page says that it may be out of date. */
const patience = 2;

/**
 * Asks the shop's change counter, a number, instead of the rows, and tells where it differs from the
 * one that the page shows. `known` undefined: nothing is shown yet.
 */
export function useQueueVersion(
  known: number | undefined,
  onOther: () => void,
): { isLost: boolean } {
  const [failures, setFailures] = useState(0);
  const shown = useRef({ known, onOther });
  shown.current = { known, onOther };
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let lastLook = Date.now();
    let lastMove = Date.now();
    const look = async () => {
      lastLook = Date.now();
      try {
        const { version } = await getJson<QueueVersion>('/api/queue/version', stop.signal);
        setFailures(0);
        const { known: standing, onOther: tell } = shown.current;
        if (standing !== undefined && version !== standing) tell();
      } catch {
        if (!stop.signal.aborted) setFailures((n) => n + 1);
      }
      plan();
    };
    const plan = () => {
      clearTimeout(timer);
      const pause = nextLook({
        isVisible: document.visibilityState === 'visible',
        hasFocus: document.hasFocus(),
        idle: Date.now() - lastMove,
      });
      if (pause === null || stop.signal.aborted) return;
      timer = setTimeout(() => void look(), Math.max(0, lastLook + pause - Date.now()));
    };
    const moved = () => {
      const wasAside = Date.now() - lastMove > aside;
      lastMove = Date.now();
      if (wasAside) plan();
    };
    const heard = ['focus', 'blur'] as const;
    window.addEventListener('pointermove', moved, { passive: true });
    for (const name of heard) window.addEventListener(name, plan);
    document.addEventListener('visibilitychange', plan);
    plan();
    return () => {
      stop.abort();
      clearTimeout(timer);
      for (const name of heard) window.removeEventListener(name, plan);
      window.removeEventListener('pointermove', moved);
      document.removeEventListener('visibilitychange', plan);
    };
  }, []);
  return { isLost: failures >= patience };
}
