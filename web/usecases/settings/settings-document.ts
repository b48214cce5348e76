import { defaultSettings } from '../../contract/default-settings.ts';
import { type Settings, settingsSchema } from '../../contract/settings.ts';
import { faultOfNumber } from '../../risk/parameter.ts';
import { signals } from '../../risk/signals/index.ts';

export const initialSettings: Settings = defaultSettings;

/** Together at most this many characters are remembered: a document can have 1,000,000. */
const rememberedLength = 4_000_000;
const remembered = new Map<string, Settings>();
let length = 0;

/**
 * A stored document. It is read for every order: the same text gives the same frozen object, by which
 * its rules are found again (`rulesetOf`).
 */
export function readSettings(text: string): Settings {
  const known = remembered.get(text);
  if (known) return known;
  const settings = freeze(settingsFrom(text));
  if (length + text.length > rememberedLength) {
    remembered.clear();
    length = 0;
  }
  remembered.set(text, settings);
  length += text.length;
  return settings;
}

function freeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (isObject(part) || Array.isArray(part)) freeze(part);
  return Object.freeze(value);
}

/** A document of an older version gets today's defaults for the settings that it did not know. */
function settingsFrom(text: string): Settings {
  const stored: unknown = JSON.parse(text);
  const whole = settingsSchema.safeParse(stored);
  const settings = whole.success
    ? whole.data
    : settingsSchema.parse(overlay(defaultSettings, stored));
  return withoutGoneSignals(settings);
}

const byId = new Map(signals.map((signal) => [signal.id, signal]));
export const isSignal = (id: string) => byId.has(id);

/** Why a number cannot be set: `unknown_signal`, `unknown_parameter`, or it does not fit its range. */
export function faultOfParameter(id: string, key: string, value: number): string | null {
  const signal = byId.get(id);
  if (!signal) return 'unknown_signal';
  const parameter = signal.parameters?.find((one) => one.key === key);
  return parameter ? faultOfNumber(parameter, value) : 'unknown_parameter';
}

/** What an older version knew and this one does not is left out: PUT would refuse what GET gave. */
function withoutGoneSignals(settings: Settings): Settings {
  const { judgement } = settings;
  const kept = Object.entries(judgement.signals).filter(([id]) => isSignal(id));
  const parameters = Object.entries(judgement.parameters).flatMap(([id, numbers]) => {
    const known = Object.entries(numbers).filter(
      ([key, value]) => faultOfParameter(id, key, value) === null,
    );
    return known.length > 0 ? [[id, Object.fromEntries(known)] as const] : [];
  });
  return {
    ...settings,
    judgement: {
      ...judgement,
      signals: Object.fromEntries(kept),
      parameters: Object.fromEntries(parameters),
    },
  };
}

/** Takes the known keys of `over`; a map that is empty by default (signals, numbers) takes them all. */
function overlay(base: unknown, over: unknown): unknown {
  if (!isObject(base)) return over === undefined ? base : over;
  if (!isObject(over)) return base;
  const keys = Object.keys(base);
  if (keys.length === 0) return over;
  return Object.fromEntries(keys.map((key) => [key, overlay(base[key], over[key])]));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
