import { useEffect, useState } from 'react';

/** The present moment, renewed while `isRunning`: for windows that close before the reader's eyes. */
export function useNow(isRunning: boolean, everyMs = 500): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    if (!isRunning) return;
    setNow(new Date());
    const timer = setInterval(() => setNow(new Date()), everyMs);
    return () => clearInterval(timer);
  }, [isRunning, everyMs]);
  return now;
}
