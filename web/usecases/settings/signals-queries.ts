import type { Locale } from '../../contract/level.ts';
import type { Settings } from '../../contract/settings.ts';
import type { PresetName, SignalInfo, SignalsAnswer } from '../../contract/signals.ts';
import { builtInWords } from '../../risk/built-in-words.ts';
import { weightOf } from '../../risk/ruleset.ts';
import type { Signal } from '../../risk/signal.ts';
import { signals } from '../../risk/signals/index.ts';
import type { Deps } from '../deps.ts';
import type { SignalOutcome } from '../ports/storage-port.ts';
import type { Caller } from '../use-cases.ts';

/** Newest orders that are looked at for how often a signal fired: those of the base-rate guard. */
const window = 500;

const neverFired: SignalOutcome = {
  hits: 0,
  ended: { fraud: 0, refused: 0, dispute: 0, good: 0, open: 0 },
};

/** Every signal with what can be set of it, how often it fired here, and how those orders ended. */
export async function listSignals(deps: Deps, caller: Caller): Promise<SignalsAnswer> {
  const { shops, orders } = deps.storage.read;
  const { judgement } = await shops.settings(caller.shop);
  const outcomes = await orders.signalOutcomes(caller.shop, window, deps.now());
  return {
    signals: signals.map((signal) => ({
      ...describeSignal(signal, judgement.preset, caller.locale),
      fired: outcomes.signals[signal.id] ?? neverFired,
    })),
    window: outcomes.orders,
    builtInWords: Object.fromEntries(
      Object.entries(builtInWords).map(([kind, words]) => [kind, [...words]]),
    ),
  };
}

function describeSignal(
  signal: Signal,
  preset: Settings['judgement']['preset'],
  locale: Locale,
): Omit<SignalInfo, 'fired'> {
  const { id, group, points, counts, checkItem, parameters = [] } = signal;
  const { name, reason, caution } = signal.text[locale];
  return {
    ...{ id, group, name, caution, checkItem },
    reason: withBlanks(reason, locale),
    own: { on: true, points, counts },
    preset: weightOf(signal, preset),
    presets: weightsOf(signal),
    weak: signal.weak === true,
    floor: signal.floor ?? null,
    parameters: parameters.map(({ ja, en, ...rest }) => ({
      ...rest,
      name: locale === 'ja' ? ja : en,
    })),
    words: signal.words ?? null,
  };
}

const weightsOf = (signal: Signal): Record<PresetName, SignalInfo['preset']> => ({
  balanced: weightOf(signal, 'balanced'),
  'strict-cod': weightOf(signal, 'strict-cod'),
  'strict-cards': weightOf(signal, 'strict-cards'),
});

/** What a fact will say is not known before an order has hit. */
const withBlanks = (template: string, locale: Locale): string =>
  template.replace(/\{\w+(?::\w+)?\}/g, locale === 'ja' ? '〇〇' : '…');
