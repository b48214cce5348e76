/** What acts at checkout: a payment customization hides methods, a validation asks for corrections. */
export type GuardKind = 'payment' | 'validation';

/**
 * `off`: nothing of the settings wants it. `pending`: being told to Shopify. `active`: stands at Shopify as
 * it was compiled, switched on. `deployed`: stands there, but somebody has switched it off there.
 * `limit-reached`: 25 of all apps are active already. `plan-not-eligible`: Shopify says that the plan has
 * none. `not-released`: the functions are not released with the app. `missing-scope`: not granted.
 * `refused`: for another reason, told in `refusal`.
 */
export type GuardState =
  | 'off'
  | 'pending'
  | 'active'
  | 'deployed'
  | 'limit-reached'
  | 'plan-not-eligible'
  | 'not-released'
  | 'missing-scope'
  | 'refused';

/** List entries at checkout: all that rules ask for, and those that fit, most harmful and newest first. */
export interface CheckoutMeter {
  /** Entries that rules ask for, in force. */
  chosen: number;
  /** Of these, how many act at checkout; the others are judged after the order. */
  acting: number;
  /** Of the acting ones, those that share no key: one person can stand on a list more than once. */
  people: number;
  /** Hashes that the acting ones take, and about how many fit. */
  hashes: number;
  capacity: number;
}

export interface CheckoutFinding {
  guard: GuardKind;
  /**
   * `gone`: it stood at Shopify and does not. `switched-off`: somebody switched it off there. `changed`: a
   * metafield is missing or other than what was compiled. `extra`: more of ours than were made. `failing`:
   * Shopify's history has errors. `canary-missed`: our own function, run on what was read, does not do what
   * it must. `cannot-run`: it could not be run here. `blocks`: its failure would stop buyers.
   */
  what:
    | 'gone'
    | 'switched-off'
    | 'changed'
    | 'extra'
    | 'failing'
    | 'canary-missed'
    | 'cannot-run'
    | 'blocks';
  /** Title of the customization, metafield key, rule or check, or a time (ISO 8601) with `failing`. */
  detail: string | null;
}

/** `GET /api/checkout` */
export interface CheckoutStatus {
  payment: GuardStatus;
  validation: GuardStatus;
  /** ISO 8601. */
  deployedAt: string | null;
  /**
   * The daily look: metafields read back and compared with what was compiled, our own function run on what
   * was read. It is not a test of Shopify's checkout. null: none yet.
   */
  check: { at: string; findings: CheckoutFinding[] } | null;
}

export interface GuardStatus {
  state: GuardState;
  /** How many customizations or validations of ours stand at Shopify, as far as we know. */
  standing: number;
  /** Shopify's words where it refused. */
  refusal: string | null;
  /** null: no rule asks a list, or nothing was told to Shopify yet. */
  meter: CheckoutMeter | null;
}
