import type { Settings } from '../../contract/settings.ts';
import { type Ruleset, rulesetFrom } from '../../risk/ruleset.ts';

const made = new WeakMap<Settings, Ruleset>();

/** A shop's rules, made once for each document of settings: words are compiled with them. */
export function rulesetOf(settings: Settings): Ruleset {
  const known = made.get(settings);
  if (known) return known;
  const ruleset = rulesetFrom(settings.judgement, { ...settings, codNames: settings.cod.names });
  made.set(settings, ruleset);
  return ruleset;
}
