import { defaultCheckout } from './default-checkout.ts';
import { defaultStaff } from './default-staff.ts';
import { defaultNotices } from './notices.ts';
import type { Settings } from './settings.ts';

/** A new shop observes only: nothing is written to its orders until the merchant switches to `act`. */
export const defaultSettings: Settings = {
  revision: 0,
  mode: 'observe',
  language: 'ja',
  caution: 'hold',
  high: 'hold',
  holdOrdinaryCaution: false,
  cod: {
    blocked: false,
    reaction: 'hold',
    names: ['代金引換', '代引き', '代引', 'Cash on Delivery (COD)', 'Cash on Delivery'],
    checkoutNames: [],
  },
  cvv: {
    mandatory: false,
    failed: 'hold',
    notChecked: 'tag',
    unknown: 'nothing',
    walletsAndSavedCards: 'nothing',
  },
  ...defaultNotices,
  checkout: defaultCheckout,
  judgement: {
    preset: 'balanced',
    by: 'both',
    cautionChecks: 4,
    highChecks: 7,
    cautionPoints: 30,
    highPoints: 60,
    coldStartThreshold: 50_000,
    allCards3ds: false,
    homeCountry: 'JP',
    signals: {},
    parameters: {},
    words: {
      forwarders: [],
      shortStay: [],
      hotels: [],
      resaleGoods: [],
      urgent: [],
      freeMail: [],
    },
    guardAllSignals: false,
    binCountries: [],
  },
  ...defaultStaff,
  undoSeconds: 10,
  automaticUndoMinutes: 30,
  permissions: { cancel: 'anyone', settings: 'anyone', listed: [] },
  retentionMonths: 24,
};
