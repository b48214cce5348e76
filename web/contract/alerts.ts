import { z } from 'zod';
import type { AlertKind } from './staff-settings.ts';

export const alertChannels = ['mail', 'slack', 'webhook'] as const;
export type AlertChannel = (typeof alertChannels)[number];

/**
 * Why an alert did not go out. `url`: no https address · `address`: the name is not known · `private`:
 * it leads inside a network · `connection`, `timeout`, `tls`: nobody answered, or not as they should ·
 * `redirect`: it points elsewhere, and is not followed · `refused`: the server said no · `busy`: it
 * asks to come again · `not-set-up`: mails cannot be sent from here.
 */
export const alertProblems = [
  'url',
  'address',
  'private',
  'connection',
  'timeout',
  'tls',
  'redirect',
  'refused',
  'busy',
  'not-set-up',
] as const;
export type AlertProblem = (typeof alertProblems)[number];

/** `POST /api/alerts/test`: one message with the settings that are saved. */
export const alertTestBody = z.strictObject({ channel: z.enum(alertChannels) });
export type AlertTestBody = z.infer<typeof alertTestBody>;

export interface AlertTestAnswer {
  /** It was taken: by the other server, or (mail) by the outbox. */
  sent: boolean;
  /** null where it was sent. */
  problem: AlertProblem | null;
}

/** In `GET /api/status`. */
export interface AlertsStatus {
  /** On their way, or waiting for the quiet hours to end. */
  waiting: number;
  /** Given up within the last seven days, newest first, at most twenty. */
  failed: {
    id: string;
    kind: AlertKind | 'digest' | 'data-request';
    channel: AlertChannel;
    order: { id: string; name: string } | null;
    at: string;
    problem: AlertProblem | null;
  }[];
}
