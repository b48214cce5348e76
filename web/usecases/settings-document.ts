import { defaultSettings } from '../contract/default-settings.ts';
import { type Settings, settingsSchema } from '../contract/settings.ts';

export const initialSettings: Settings = defaultSettings;

/** A document of an older version gets today's defaults for the settings that it did not know. */
export function readSettings(text: string): Settings {
  const stored: unknown = JSON.parse(text);
  const whole = settingsSchema.safeParse(stored);
  if (whole.success) return whole.data;
  return settingsSchema.parse(overlay(defaultSettings, stored));
}

function overlay(base: unknown, over: unknown): unknown {
  if (!isObject(base)) return over === undefined ? base : over;
  if (!isObject(over)) return base;
  const merged = Object.entries(base).map(([key, value]) => [key, overlay(value, over[key])]);
  return Object.fromEntries(merged);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
