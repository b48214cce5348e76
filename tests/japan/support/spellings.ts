import type { Spelling } from './spelling.ts';
import { areaSpellings } from './spellings-of-areas.ts';
import { blockSpellings } from './spellings-of-blocks.ts';
import { roomSpellings } from './spellings-of-rooms.ts';
import { townSpellings } from './spellings-of-towns.ts';

/** Every way of writing a place that the reader of addresses must see through. */
export const spellings: readonly Spelling[] = [
  ...blockSpellings,
  ...areaSpellings,
  ...townSpellings,
  ...roomSpellings,
];
