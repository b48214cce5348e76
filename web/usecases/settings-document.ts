import { defaultSettings } from '../contract/default-settings.ts';
import { type Settings, settingsSchema } from '../contract/settings.ts';
import { signals } from '../risk/signals/index.ts';

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

export const isSignal = (id: string) => signals.some((signal) => signal.id === id);

/** A signal of an older version is gone: PUT would refuse what GET gave. */
function withoutGoneSignals(settings: Settings): Settings {
  const entries = Object.entries(settings.judgement.signals);
  const kept = entries.filter(([id]) => isSignal(id));
  if (kept.length === entries.length) return settings;
  const judgement = { ...settings.judgement, signals: Object.fromEntries(kept) };
  return { ...settings, judgement };
}

function overlay(base: unknown, over: unknown): unknown {
  if (!isObject(base)) return over === undefined ? base : over;
  if (!isObject(over)) return base;
  const merged = Object.entries(base).map(([key, value]) => [key, overlay(value, over[key])]);
  return Object.fromEntries(merged);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
