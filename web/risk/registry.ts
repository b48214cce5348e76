import { faultOfNumber, parameterUnits, type SignalParameter } from './parameter.ts';
import type { Signal, SignalText } from './signal.ts';

/** `{total}` and `{fields:word}` name the facts `total` and `fields`. */
export const placeholdersOf = (template: string): string[] =>
  [...template.matchAll(/\{(\w+)(?::\w+)?\}/g)].map(([, name]) => name ?? '').sort();

const parts = ['name', 'reason', 'caution'] as const satisfies readonly (keyof SignalText)[];

function faultOf(signal: Signal, known: ReadonlySet<string>): string | null {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(signal.id)) return 'id is not kebab-case';
  if (known.has(signal.id)) return 'is there twice';
  if (!Number.isInteger(signal.points) || signal.points === 0) return 'has no points';
  if (!signal.checkItem) return 'has no check item';
  const { ja, en } = signal.text;
  for (const part of parts) {
    if (!ja[part]?.trim() || !en[part]?.trim()) return `lacks its ${part} in ja or en`;
    if (`${placeholdersOf(ja[part])}` !== `${placeholdersOf(en[part])}`) {
      return `names other facts in ja than in en (${part})`;
    }
  }
  return faultOfParameters(signal.parameters ?? []);
}

/** A number that the settings page could not show, or whose own default it would refuse. */
function faultOfParameters(parameters: readonly SignalParameter[]): string | null {
  const keys = new Set<string>();
  for (const parameter of parameters) {
    const { key, ja, en, unit, min, max } = parameter;
    if (!/^[a-zA-Z0-9]{1,40}$/.test(key)) return `has a parameter with the key ${key}`;
    if (keys.has(key)) return `has the parameter ${key} twice`;
    if (!ja.trim() || !en.trim()) return `lacks the name of its parameter ${key} in ja or en`;
    if (!parameterUnits.includes(unit)) return `has no unit for its parameter ${key}`;
    if (!(min < max)) return `has no range for its parameter ${key}`;
    if (faultOfNumber(parameter, parameter.default)) return `refuses its own default of ${key}`;
    keys.add(key);
  }
  return null;
}

/** A signal that staff could not be told about must not judge: refuses it when the app starts. */
export function registryOf(signals: readonly Signal[]): readonly Signal[] {
  const known = new Set<string>();
  const parameters = new Set<SignalParameter>();
  for (const signal of signals) {
    const fault = faultOf(signal, known);
    if (fault) throw new Error(`signal ${signal.id} ${fault}`);
    known.add(signal.id);
    for (const parameter of signal.parameters ?? []) {
      if (parameters.has(parameter)) throw new Error(`signal ${signal.id} shares ${parameter.key}`);
      parameters.add(parameter);
    }
  }
  return signals;
}
