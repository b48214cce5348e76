/** One measured number, as the report file gives it. */
export interface Figure {
  readonly value: number;
  readonly unit: string;
  /** How it was measured: the load, the machine, what was compared with what. */
  readonly note: string;
}

/** What a measurement hands its results to. Each figure is on the disk as soon as it is told. */
export interface Report {
  figure(name: string, figure: Figure): void;
  /** Why a figure has no value in this run. */
  absent(name: string, why: string): void;
}

/** One measurement; it may give several figures. */
export interface Measurement {
  readonly names: readonly string[];
  measure(report: Report): Promise<void>;
}

/** What a figure promises. `from` says where the promise was made. */
export interface Promised {
  readonly name: string;
  readonly limit?: { readonly atMost: number } | { readonly atLeast: number };
  /** Why nothing measures it yet; absent where a measurement exists. */
  readonly later?: string;
}

/** Whether a value keeps its promise; null where none was made. */
export function keeps(promised: Promised, value: number): boolean | null {
  const { limit } = promised;
  if (!limit) return null;
  return 'atMost' in limit ? value <= limit.atMost : value >= limit.atLeast;
}

/** The value below which `share` of all lie (nearest rank). @param share 0 to 1 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('No percentile of nothing.');
  return value;
}
