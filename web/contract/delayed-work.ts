import { z } from 'zod';

/** Work that was tried in vain and goes on being tried. */
export interface DelayedTask {
  id: string;
  /** `tasks.<kind>` in the locales. */
  kind: string;
  order: string | null;
  /** ISO 8601. */
  since: string;
  nextAt: string;
  /** A code: `troubles.<code>` in the locales says it; another one is shown as it is. */
  error: string;
  attempts: number;
}

/** Why nothing reaches the shop: one sentence for each, `away.<why>` in the locales. */
export interface ShopAwayDto {
  why: 'no-token' | 'frozen' | 'locked' | 'gone' | 'unreachable';
  /** ISO 8601: the oldest work that waits for it. */
  since: string;
}

export interface DelayedWork {
  /** All of it; `tasks` has the most urgent and oldest, at most 20. */
  count: number;
  tasks: DelayedTask[];
  /** null: nothing that waits says so. */
  shopAway: ShopAwayDto | null;
}

/** `POST /api/status/retry`: one task by its id, without one all that failed or was put off. */
export const retryBody = z.strictObject({
  id: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
});
export type RetryBody = z.infer<typeof retryBody>;

export interface RetryAnswer {
  /** How many tasks run now. */
  revived: number;
}
