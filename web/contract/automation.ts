/** What an automation would have done within the last 30 days, or the newest orders of them. */
export interface WouldHave {
  count: number;
  /** At most 20, newest first. */
  orders: { id: string; name: string }[];
}

/** `GET /api/automation` */
export interface AutomationAnswer {
  cancelUnanswered: WouldHave;
  captureNormal: WouldHave & {
    /** Orders that were looked at; at most the newest 1,000. */
    looked: number;
  };
  breaker: {
    tripped: { at: string; why: 'per-hour' | 'percent'; cancelled: number; orders: number } | null;
    lastHour: { cancelled: number; orders: number };
  };
}
