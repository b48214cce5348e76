import type { SignalResult } from './assessment.ts';
import type { ShopStatistics } from './order-facts.ts';
import { ownWordsFrom, type WordSettings } from './own-words.ts';
import { faultOfNumber, type Numbers, type SignalParameter } from './parameter.ts';
import { type PresetName, presets, type SignalSetting } from './presets.ts';
import type { Signal } from './signal.ts';
import { signals as registry } from './signals/index.ts';
import type { Tuning } from './tuning.ts';

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
  /** Numbers of the rules by signal and key; what is absent keeps its default. */
  readonly parameters?: Readonly<
    Record<string, Readonly<Record<string, number | undefined>> | undefined>
  >;
  readonly words?: WordSettings;
  /** The base-rate guard for every signal without a floor, not only for those that need it. */
  readonly guardAllSignals?: boolean;
  readonly binCountries?: readonly { readonly bin: string; readonly country: string }[];
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
    'homeCountry' | 'allCards3ds' | 'coldStartThreshold' | 'codNames' | 'binTable'
  >;
  readonly tuning: Tuning;
  readonly guardAllSignals: boolean;
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
export function weightOf(
  signal: Signal,
  presetName: PresetName,
  own: SignalSetting = {},
): Pick<Rule, 'on' | 'points' | 'counts'> {
  const preset = presets[presetName].signals[signal.id];
  return {
    on: own.on ?? preset?.on ?? true,
    points: own.points ?? preset?.points ?? signal.points,
    counts: own.counts ?? preset?.counts ?? signal.counts,
  };
}

function ruleOf(signal: Signal, settings: JudgementSettings): Rule {
  const { id, checkItem } = signal;
  const nothing = { id, points: 0, counted: false, checkItem };
  return {
    signal,
    noHit: { ...nothing, outcome: 'no-hit' },
    off: { ...nothing, outcome: 'off' },
    ...weightOf(signal, settings.preset, settings.signals[id]),
  };
}

/** A number that no rule knows, or that makes no sense in its rule, is left out. */
function numbersFrom(
  signals: readonly Signal[],
  own: JudgementSettings['parameters'] = {},
): Numbers {
  const numbers = new Map<SignalParameter, number>();
  for (const { id, parameters = [] } of signals) {
    for (const parameter of parameters) {
      const value = own[id]?.[parameter.key];
      if (value !== undefined && !faultOfNumber(parameter, value)) numbers.set(parameter, value);
    }
  }
  return numbers;
}

const binTableOf = (rows: JudgementSettings['binCountries'] = []) =>
  rows.length > 0 ? Object.fromEntries(rows.map(({ bin, country }) => [bin, country])) : undefined;

/** Made once per change of the settings, not once per order. */
export function rulesetFrom(
  settings: JudgementSettings = defaultJudgement,
  options: RulesetOptions = {},
  signals: readonly Signal[] = registry,
): Ruleset {
  const { homeCountry, allCards3ds, coldStartThreshold } = settings;
  const { cautionChecks, highChecks, cautionPoints, highPoints } = settings;
  return {
    rules: signals.map((signal) => ruleOf(signal, settings)),
    by: settings.by,
    bands: { cautionChecks, highChecks, cautionPoints, highPoints },
    shop: {
      ...{ homeCountry, allCards3ds, coldStartThreshold, codNames: options.codNames ?? [] },
      binTable: binTableOf(settings.binCountries),
    },
    tuning: {
      // Rules of one signal ask for numbers of another: all of the registry, judged with or not.
      numbers: numbersFrom([...registry, ...signals], settings.parameters),
      words: ownWordsFrom(settings.words),
    },
    guardAllSignals: settings.guardAllSignals ?? false,
    caution: options.caution ?? 'hold',
    high: options.high ?? 'hold',
    holdOrdinaryCaution:
      (options.holdOrdinaryCaution ?? false) || presets[settings.preset].holdOrdinaryCaution,
  };
}
