export type PresetName = 'balanced' | 'strict-cod' | 'strict-cards';

export interface SignalSetting {
  readonly on?: boolean | undefined;
  readonly points?: number | undefined;
  readonly counts?: boolean | undefined;
}

export interface Preset {
  readonly signals: Readonly<Record<string, SignalSetting>>;
  /** Hold an order whose only counted checks are those of an ordinary first-time buyer. */
  readonly holdOrdinaryCaution: boolean;
}

/** Starting points that a merchant picks; settings of single signals go before them. */
export const presets: Readonly<Record<PresetName, Preset>> = {
  balanced: { signals: {}, holdOrdinaryCaution: false },
  'strict-cod': {
    holdOrdinaryCaution: true,
    signals: {
      'cod-requested': { points: 10 },
      'cod-refusal-history': { points: 45 },
      'cod-harassment-pattern': { points: 45 },
      'phone-invalid': { points: 20 },
      'address-incomplete': { points: 15 },
      'ship-to-hotel': { points: 12 },
    },
  },
  'strict-cards': {
    holdOrdinaryCaution: false,
    signals: {
      'card-avs-failed': { points: 12 },
      'card-multiple-attempts': { points: 18 },
      'three-ds-missing-high-value': { points: 15, counts: true },
      'shopify-risk-medium': { points: 20 },
      'billing-shipping-mismatch': { points: 6, counts: true },
      'resale-prone-goods': { points: 12 },
    },
  },
};
