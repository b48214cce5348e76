import type { SignalResult } from './assessment.ts';
import type { ShopStatistics } from './order-facts.ts';
import { type PresetName, presets, type SignalSetting } from './presets.ts';
import type { Signal } from './signal.ts';
import { signals as registry } from './signals/index.ts';

/** The merchant's settings of the judgement, as the settings document holds them. */
export interface JudgementSettings {
  readonly preset: PresetName;
  readonly by: 'both' | 'count' | 'points';
  readonly cautionChecks: number;
  readonly highChecks: number;
  readonly cautionPoints: number;
  readonly highPoints: number;
  /** Yen. */
  readonly coldStartThreshold: number;
  readonly allCards3ds: boolean;
  readonly homeCountry: string;
  readonly signals: Readonly<Record<string, SignalSetting>>;
}

export type Reaction = 'nothing' | 'tag' | 'hold';

/** What the shop does beside the judgement; all of it has the defaults of a new shop. */
export interface RulesetOptions {
  readonly codNames?: readonly string[];
  readonly caution?: Reaction;
  readonly high?: Reaction;
  readonly holdOrdinaryCaution?: boolean;
}

/** One signal as this shop uses it. */
export interface Rule {
  readonly signal: Signal;
  readonly on: boolean;
  readonly points: number;
  readonly counts: boolean;
  /** Results of most signals on most orders, made once. */
  readonly noHit: SignalResult;
  readonly off: SignalResult;
}

export interface Bands {
  readonly cautionChecks: number;
  readonly highChecks: number;
  readonly cautionPoints: number;
  readonly highPoints: number;
}

export interface Ruleset {
  readonly rules: readonly Rule[];
  readonly by: 'both' | 'count' | 'points';
  readonly bands: Bands;
  /** Stands in for what the evidence does not say of the shop. */
  readonly shop: Pick<
    ShopStatistics,
    'homeCountry' | 'allCards3ds' | 'coldStartThreshold' | 'codNames'
  >;
  readonly caution: Reaction;
  readonly high: Reaction;
  readonly holdOrdinaryCaution: boolean;
}

export const defaultJudgement: JudgementSettings = {
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
};

/** Preset, then the merchant's own setting, over what the signal brings. */
function ruleOf(signal: Signal, settings: JudgementSettings): Rule {
  const preset = presets[settings.preset].signals[signal.id];
  const own = settings.signals[signal.id];
  const { id, checkItem } = signal;
  const nothing = { id, points: 0, counted: false, checkItem };
  return {
    signal,
    noHit: { ...nothing, outcome: 'no-hit' },
    off: { ...nothing, outcome: 'off' },
    on: own?.on ?? preset?.on ?? true,
    points: own?.points ?? preset?.points ?? signal.points,
    counts: own?.counts ?? preset?.counts ?? signal.counts,
  };
}

/** Made once per change of the settings, not once per order. */
export function rulesetFrom(
  settings: JudgementSettings = defaultJudgement,
  options: RulesetOptions = {},
  signals: readonly Signal[] = registry,
): Ruleset {
  const { homeCountry, allCards3ds, coldStartThreshold } = settings;
  return {
    rules: signals.map((signal) => ruleOf(signal, settings)),
    by: settings.by,
    bands: settings,
    shop: { homeCountry, allCards3ds, coldStartThreshold, codNames: options.codNames ?? [] },
    caution: options.caution ?? 'hold',
    high: options.high ?? 'hold',
    holdOrdinaryCaution:
      (options.holdOrdinaryCaution ?? false) || presets[settings.preset].holdOrdinaryCaution,
  };
}
