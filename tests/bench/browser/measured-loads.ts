import { z } from 'zod';

/** What the browser's process is asked to do, as JSON in its only argument. */
export const loadRequest = z.object({
  appOrigin: z.string(),
  /** Where a fresh session token is answered: they live for a minute. */
  tokenUrl: z.string(),
  shop: z.string(),
  /** Of each page, each in a browser that was never there. */
  loads: z.number(),
  /** Presses of a key on the queue's page after that. */
  presses: z.number(),
  /** The line between browser and app. */
  line: z.object({ latencyMs: z.number(), bitsPerSecond: z.number() }),
});

export const tokenAnswer = z.object({ token: z.string() });

/** Milliseconds since the page was asked for, as the browser itself tells them. */
const load = z.object({
  fcp: z.number(),
  lcp: z.number(),
  /** The first words of the largest paint. */
  largest: z.string(),
  /** First frame with the page's own facts in it. */
  shown: z.number(),
  /** Scripts of the app that were loaded: `bytes` as they went over the line, without headers. */
  scripts: z.array(z.object({ url: z.string(), bytes: z.number() })),
});

/** What the browser's process prints, as JSON. */
export const measuredLoads = z.object({
  today: z.tuple([load], load),
  queue: z.tuple([load], load),
  /** Milliseconds from a key to the frame after it, as Event Timing tells: in steps of 8, at least 16. */
  keys: z.array(z.number()).nonempty(),
});

export type LoadRequest = z.infer<typeof loadRequest>;
export type Load = z.infer<typeof load>;
export type MeasuredLoads = z.infer<typeof measuredLoads>;
