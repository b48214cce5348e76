import type { Settings } from '../../../contract/settings.ts';
import type { SignalInfo, SignalParameterDto } from '../../../contract/signals.ts';

export type Judgement = Settings['judgement'];

/** One signal as the shop would use it. */
export interface SignalState {
  readonly on: boolean;
  readonly points: number;
  readonly counts: boolean;
}

type Override = Judgement['signals'][string];

/** The chosen preset, and over it what the merchant set for this signal. */
export function stateOf(info: SignalInfo, judgement: Judgement): SignalState {
  const preset = info.presets[judgement.preset];
  const own = judgement.signals[info.id];
  return {
    on: own?.on ?? preset.on,
    points: own?.points ?? preset.points,
    counts: own?.counts ?? preset.counts,
  };
}

/**
 * Sets one of a signal's three settings. What equals the preset is not kept: it would stay behind
 * when another preset is chosen later.
 */
export function withSignal(
  judgement: Judgement,
  info: SignalInfo,
  change: Partial<SignalState>,
): Judgement {
  const preset = info.presets[judgement.preset];
  const wanted = { ...stateOf(info, judgement), ...change };
  const own: Override = {
    ...(wanted.on !== preset.on && { on: wanted.on }),
    ...(wanted.points !== preset.points && { points: wanted.points }),
    ...(wanted.counts !== preset.counts && { counts: wanted.counts }),
  };
  return { ...judgement, signals: withEntry(judgement.signals, info.id, own) };
}

/** The number of a signal's rule as the shop would use it. */
export function parameterOf(info: SignalInfo, key: string, judgement: Judgement): number {
  const standard = info.parameters.find((known) => known.key === key)?.default ?? Number.NaN;
  return judgement.parameters[info.id]?.[key] ?? standard;
}

export function withParameter(
  judgement: Judgement,
  info: SignalInfo,
  key: string,
  value: number,
): Judgement {
  const standard = info.parameters.find((known) => known.key === key)?.default;
  const { [key]: _, ...others } = judgement.parameters[info.id] ?? {};
  const own = value === standard ? others : { ...others, [key]: value };
  return { ...judgement, parameters: withEntry(judgement.parameters, info.id, own) };
}

/** Whether the merchant set anything of this signal otherwise than the preset has it. */
export const isChanged = (info: SignalInfo, judgement: Judgement): boolean =>
  judgement.signals[info.id] !== undefined || judgement.parameters[info.id] !== undefined;

export const withoutChanges = (judgement: Judgement, id: string): Judgement => ({
  ...judgement,
  signals: withEntry(judgement.signals, id, {}),
  parameters: withEntry(judgement.parameters, id, {}),
});

/** Every signal back to its preset; word lists, cards and thresholds stay. */
export const withoutAnyChanges = (judgement: Judgement): Judgement => ({
  ...judgement,
  signals: {},
  parameters: {},
});

/** Signals that a preset weighs otherwise than the standard one, with both weights. */
export function presetChanges(
  signals: readonly SignalInfo[],
  preset: Judgement['preset'],
): { name: string; from: number; to: number }[] {
  return signals
    .filter((info) => info.presets[preset].points !== info.presets.balanced.points)
    .map(({ name, presets }) => ({
      name,
      from: presets.balanced.points,
      to: presets[preset].points,
    }));
}

/** An empty entry is left out, so that the document equals one in which nothing was ever changed. */
function withEntry<T extends object>(
  record: Readonly<Record<string, T>>,
  id: string,
  entry: T,
): Record<string, T> {
  if (Object.keys(entry).length > 0) return { ...record, [id]: entry };
  const { [id]: _, ...others } = record;
  return others;
}

/** A weak hint stays one: with more points it would decide nearly alone. */
export const pointsRange = ({ weak }: SignalInfo): { min: number; max: number } => ({
  min: -100,
  max: weak ? 20 : 100,
});

export const isWithin = (value: number, { min, max }: { min: number; max: number }): boolean =>
  value >= min && value <= max;

/** Amounts and factors may have decimals; everything else is counted. */
export const isWhole = ({ unit }: SignalParameterDto): boolean =>
  unit !== 'yen' && unit !== 'factor';

/** Whether the rule can use the number. */
export const fitsParameter = (parameter: SignalParameterDto, value: number): boolean =>
  isWithin(value, parameter) && (!isWhole(parameter) || Number.isInteger(value));

export const fitsPoints = (info: SignalInfo, points: number): boolean =>
  Number.isInteger(points) && isWithin(points, pointsRange(info));

/** False while a field is empty or out of range: such a document would only be refused. */
export function isComplete(signals: readonly SignalInfo[], judgement: Judgement): boolean {
  return signals.every(
    (info) =>
      fitsPoints(info, stateOf(info, judgement).points) &&
      info.parameters.every((parameter) =>
        fitsParameter(parameter, parameterOf(info, parameter.key, judgement)),
      ),
  );
}
