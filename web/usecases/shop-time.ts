/** Epoch milliseconds of the last midnight in an IANA time zone; UTC where the name is unknown. */
export function startOfDay(now: number, timeZone: string): number {
  const clock = wallClock(now, timeZone);
  const elapsed = ((clock.hour * 60 + clock.minute) * 60 + clock.second) * 1000;
  return now - elapsed - (now % 1000);
}

function wallClock(now: number, timeZone: string) {
  const parts = formatter(timeZone).formatToParts(now);
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value ?? 0);
  return { hour: read('hour'), minute: read('minute'), second: read('second') };
}

function formatter(timeZone: string): Intl.DateTimeFormat {
  const options = {
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
  }
}
