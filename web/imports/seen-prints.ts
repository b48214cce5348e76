/**
 * Prints of one file, to find its repeated rows: half of each print in an open hash table, 16 bytes a
 * row instead of the hundred of a Set of texts. Half a print is 64 bits, as every look-up key.
 */
export interface SeenPrints {
  /** true: it was there already. @param at offset of the print in `bytes` */
  add(bytes: DataView, at: number): boolean;
}

export function createSeenPrints(): SeenPrints {
  let slots = new Uint32Array(2 * 65_536);
  let used = 0;

  /** Slot of this print, or the empty one where it belongs. 0,0 marks an empty slot. */
  function find(table: Uint32Array, high: number, low: number): number {
    const mask = table.length / 2 - 1;
    for (let at = low & mask; ; at = (at + 1) & mask) {
      const [h, l] = [table[2 * at], table[2 * at + 1]];
      if ((h === high && l === low) || (h === 0 && l === 0)) return 2 * at;
    }
  }
  function grow(): void {
    const wider = new Uint32Array(slots.length * 2);
    for (let at = 0; at < slots.length; at += 2) {
      const [high = 0, low = 0] = [slots[at], slots[at + 1]];
      if (high !== 0 || low !== 0) wider.set([high, low], find(wider, high, low));
    }
    slots = wider;
  }
  return {
    add(bytes, at) {
      const high = bytes.getUint32(at) || 1;
      const low = bytes.getUint32(at + 4);
      const slot = find(slots, high, low);
      if (slots[slot] !== 0 || slots[slot + 1] !== 0) return true;
      slots[slot] = high;
      slots[slot + 1] = low;
      used += 1;
      if (used * 3 > slots.length) grow();
      return false;
    },
  };
}
