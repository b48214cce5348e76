import { characterReadings } from './name-data.ts';
import { isKana, joinSounds, looseSound, soundOf } from './romaji.ts';

interface Part {
  readonly sound: string;
  readonly isOn: boolean;
}

function partsOf(char: string, before: string): readonly Part[] {
  if (isKana(char)) return [{ sound: soundOf(char), isOn: false }];
  const readings = characterReadings(char === '々' ? before : char);
  if (!readings) return [];
  return [
    ...readings.other.map((sound) => ({ sound, isOn: false })),
    ...readings.on.map((sound) => ({ sound, isOn: true })),
  ];
}

/** Longer ones have thousands of ways to be read and are no surname. */
const mostCharacters = 5;

/**
 * Whether a sound is what one gets by reading a name character by character, and whether an
 * on-reading (the Chinese one, which most surnames do not use) is among them; null where it is not.
 */
export function literalReading(name: string, sound: string): { usesOn: boolean } | null {
  const chars = [...name];
  const parts = chars.map((char, at) => partsOf(char, chars[at - 1] ?? ''));
  if (chars.length < 2 || chars.length > mostCharacters) return null;
  const wanted = looseSound(sound);
  let found: { usesOn: boolean } | null = null;
  const read = (at: number, before: string, usesOn: boolean): void => {
    // Only the last letter can still change, by what follows it (a long vowel, っ).
    if (!wanted.startsWith(looseSound(before).slice(0, -1))) return;
    if (at === parts.length) {
      if (looseSound(before) === wanted) found = { usesOn: usesOn && (found?.usesOn ?? true) };
      return;
    }
    for (const part of parts[at] ?? []) {
      read(at + 1, joinSounds([before, part.sound]), usesOn || part.isOn);
    }
  };
  read(0, '', false);
  return found;
}
