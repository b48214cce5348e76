const day = 86_400_000;

/** How long what is kept (docs/privacy.md); beside the shop's own `retentionMonths`. */
export const kept = {
  /** Shopify gives thirty days to answer a request for a customer's data. */
  requestDays: 30,
  /** Who saw what. */
  accessMonths: 13,
  /** Lines of the log without texts: who did what, and when. */
  auditMonths: 60,
  /** Bodies of webhooks that failed. */
  failedWebhookDays: 7,
  /** Numbers of webhooks, by which a repetition is known. */
  inboxDays: 30,
  staffMailDays: 90,
  /** Whom a request was about, after it was done; the row itself stays for two years. */
  requestBodyDays: 90,
  requestRowDays: 730,
} as const;

export const daysBefore = (now: number, days: number): number => now - days * day;

/** The same day of the month, so many months ago; where that month is shorter, its last. Pure. */
export function monthsBefore(now: number, months: number): number {
  const date = new Date(now);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return date.getTime();
}
