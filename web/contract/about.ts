/** Data that the app judges with and how old it is: one line of GET /api/about. */
export interface AboutData {
  /** `postal-codes`, `names`, `area-codes`, `mail-domains`, `countries` …; stable. */
  id: string;
  /** In the language of the request. */
  name: string;
  /** Who made it, and the package it came in: proper names. */
  source: string;
  /** – where it is our own table, or a file that the operator brought. */
  licence: string;
  /** https only. */
  licenceUrl: string | null;
  /** Of the data, not of its package: YYYY-MM-DD; null where its makers give none. */
  date: string | null;
  /** Whole days since `date`. */
  ageDays: number | null;
  /** Old enough for judgements to go wrong by it: `note` then says how. */
  old: boolean;
  /** What follows when it is old, or what it is used for; in the language of the request. */
  note: string | null;
}

export interface AboutAnswer {
  version: string;
  data: AboutData[];
}
