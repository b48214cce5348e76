/** Nobody shall wait longer than 20 ms for the writer; a slice aims at much less. */
const aimMs = 7;

export interface SliceSize {
  size(): number;
  /** How long the writer was held for a slice of the present size. */
  took(ms: number): void;
}

/** Grows and shrinks with what the machine and the database make of it. @param start rows */
export function createSliceSize(start: number): SliceSize {
  let size = start;
  return {
    size: () => Math.round(size),
    took(ms) {
      const factor = Math.min(1.25, Math.max(0.5, aimMs / Math.max(ms, 0.5)));
      size = Math.min(start * 8, Math.max(start / 16, size * factor));
    },
  };
}
