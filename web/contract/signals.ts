import { z } from 'zod';
import type { ParameterUnit } from '../risk/parameter.ts';
import type { Level } from './level.ts';
import { type Settings, settingsSchema } from './settings.ts';

export type PresetName = Settings['judgement']['preset'];

/** A number of a signal's rule that a merchant may set. */
export interface SignalParameterDto {
  /** Key in `judgement.parameters[signal]`. */
  key: string;
  /** In the language of the request. */
  name: string;
  /** Key of `signals.unit.*` in the locales. All but `yen` and `factor` take whole numbers. */
  unit: ParameterUnit;
  min: number;
  max: number;
  default: number;
}

/** One signal, in the language of the request: GET /api/signals. */
export interface SignalInfo {
  id: string;
  /** Key of `signals.group.*` in the locales. */
  group: string;
  name: string;
  /** The reason with its facts as blanks. */
  reason: string;
  caution: string;
  checkItem: string;
  /** What the signal brings before preset and own settings. */
  own: { on: boolean; points: number; counts: boolean };
  /** What the shop's preset makes of it. */
  preset: { on: boolean; points: number; counts: boolean };
  /** What each preset makes of it: a page that has not saved its choice yet shows that one. */
  presets: Record<PresetName, { on: boolean; points: number; counts: boolean }>;
  /** A hint that says little of a person (letters, language): told so, and easily switched off. */
  weak: boolean;
  floor: 'caution' | 'high' | null;
  parameters: SignalParameterDto[];
  /** Key of `judgement.words` that feeds it, if any. */
  words: string | null;
  /** Over the last orders judged (see `window`). */
  fired: {
    hits: number;
    /** How those orders ended. */
    ended: { fraud: number; refused: number; dispute: number; good: number; open: number };
  };
}

export interface SignalsAnswer {
  signals: SignalInfo[];
  /** How many of the newest orders `fired` looks at. */
  window: number;
  /** Rows that the app brings for each key of `judgement.words`, shown beside the shop's own. */
  builtInWords: Record<string, string[]>;
}

/** POST /api/settings/preview: nothing is saved. */
export const previewBody = z.strictObject({ settings: settingsSchema });
/** The document is checked where a saved one is: the same fields are named in both answers. */
export const previewEnvelope = z.strictObject({ settings: z.unknown() });

export interface PreviewAnswer {
  /** Orders judged again under both settings: the newest, 500 at most. */
  orders: number;
  before: Record<Level, number>;
  after: Record<Level, number>;
  heldBefore: number;
  heldAfter: number;
  /** Orders whose level would change, newest first, 20 at most. */
  changed: { id: string; name: string; from: Level; to: Level; because: string }[];
}
