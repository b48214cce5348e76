import type { Promised } from '../bench/figure.ts';

/** Every figure of `npm run chaos`: the outward contract's, and those that came to them. */
export const promised: readonly Promised[] = [
  { name: 'kills' },
  { name: 'lost_webhooks', limit: { atMost: 0 } },
  { name: 'flagged_not_held', limit: { atMost: 0 } },
  { name: 'held_without_case', limit: { atMost: 0 } },
  { name: 'double_actions', limit: { atMost: 0 } },
  { name: 'lost_clicks', limit: { atMost: 0 } },
  { name: 'unknown_mails' },
  { name: 'sigterm_drain_s', limit: { atMost: 10 } },
  { name: 'lost_at_sigterm', limit: { atMost: 0 } },
  { name: 'lost_on_full_disk', limit: { atMost: 0 } },
  { name: 'lost_while_locked', limit: { atMost: 0 } },
  { name: 'faults_not_converged', limit: { atMost: 0 } },
];
