import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { remembered } from './remembered.ts';

/**
 * Readings of names (ENAMDICT, KANJIDIC; data/LICENCE-names.md) as lines sorted by their bytes:
 *   n木村 ⇥ readings as surname ⇥ as given name
 *   rkimura ⇥ how many surnames sound so ⇥ how many given names
 *   c木 ⇥ on-readings ⇥ other readings ⇥ readings in Chinese and Korean
 * Readings are written as soundOf() writes them. One buffer of 7 MB is searched as it lies: as a Map
 * the same rows take 190 MB.
 */
const file = new URL('./data/name-readings.txt.gz', import.meta.url);
const newline = 0x0a;
const tab = 0x09;

let rows: Buffer | undefined;

/** Read at the first name that is looked up (about 0.1 s), for most processes never look one up. */
function load(): Buffer {
  rows ??= gunzipSync(readFileSync(file));
  return rows;
}

/** Below 0 where the line that begins at `start` sorts before `key`, 0 where the key is its own. */
function compareAt(data: Buffer, start: number, key: Buffer): number {
  for (let at = 0; at < key.length; at += 1) {
    const difference = (data[start + at] ?? 0) - (key[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return (data[start + key.length] ?? 0) - tab;
}

/** The fields after the key, null where no line has it. */
function findLine(key: string): string[] | null {
  const data = load();
  const bytes = Buffer.from(key);
  let low = 0;
  let high = data.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = data.lastIndexOf(newline, middle) + 1;
    const end = data.indexOf(newline, middle + 1);
    const order = compareAt(data, start, bytes);
    if (order === 0) return data.toString('utf8', start + bytes.length + 1, end).split('\t');
    if (order < 0) low = end;
    else high = start - 1;
  }
  return null;
}

const list = (field: string | undefined): readonly string[] => (field ? field.split(',') : []);

export interface NameReadings {
  readonly surname: readonly string[];
  readonly given: readonly string[];
}

/** Readings of one name in kanji, its characters folded; null where the dictionary does not have it. */
export const readingsOf = remembered((name): NameReadings | null => {
  const line = findLine(`n${name}`);
  return line && { surname: list(line[0]), given: list(line[1]) };
});

/** How many surnames and given names are known that sound like this. */
export function namesThatSound(sound: string): { surnames: number; given: number } {
  const line = findLine(`r${sound}`);
  return { surnames: Number(line?.[0] ?? 0), given: Number(line?.[1] ?? 0) };
}

export interface CharacterReadings {
  readonly on: readonly string[];
  readonly other: readonly string[];
  readonly abroad: readonly string[];
}

export const characterReadings = remembered((char): CharacterReadings | null => {
  const line = findLine(`c${char}`);
  return line && { on: list(line[0]), other: list(line[1]), abroad: list(line[2]) };
});
