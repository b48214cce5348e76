import type { ListEntryBody } from '../../../contract/lists.ts';

export const expiryChoices = ['36', '12', 'never', 'date'] as const;

export interface ExpiryDraft {
  readonly until: (typeof expiryChoices)[number];
  /** `2027-11-22`, as a date field gives it; used with `date` only. */
  readonly date: string;
}

export const newExpiry: ExpiryDraft = { until: '36', date: '' };

export const expiryOfEntry = (expiresAt: string | null): ExpiryDraft =>
  expiresAt === null ? { until: 'never', date: '' } : { until: 'date', date: dayOf(expiresAt) };

/** The day of this reader's calendar. */
function dayOf(iso: string): string {
  const at = new Date(iso);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Absent means 36 months, which the server counts itself. */
export function expiryBody(
  { until, date }: ExpiryDraft,
  now: Date,
): Pick<ListEntryBody, 'expiresAt'> {
  if (until === '36') return {};
  return { expiresAt: until === 'never' ? null : until === '12' ? inMonths(12, now) : endOf(date) };
}

/** For a change of entries that stand already: here the default must be told as a date. */
export const expiryTime = (expiry: ExpiryDraft, now: Date): string | null =>
  expiryBody(expiry, now).expiresAt === undefined
    ? inMonths(36, now)
    : (expiryBody(expiry, now).expiresAt ?? null);

function inMonths(months: number, now: Date): string {
  const day = new Date(now);
  day.setMonth(day.getMonth() + months);
  return day.toISOString();
}

/** An entry counts until the end of its last day. */
const endOf = (date: string): string => new Date(`${date}T23:59:59`).toISOString();

export const isExpiryMissing = ({ until, date }: ExpiryDraft): boolean =>
  until === 'date' && Number.isNaN(Date.parse(date));
