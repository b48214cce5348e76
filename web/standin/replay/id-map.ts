import { kindOf } from '../ids.ts';
import type { Json } from './recording.ts';

/** The recording's ids and the stand-in's own, learned as they appear. */
export interface IdMap {
  knows(recorded: string): boolean;
  learn(recorded: string, own: string): void;
  /** A value with every known id of the recording replaced by ours. */
  translate<T>(value: T): T;
  /** True where both are the same thing, or may be so from now on (they are learned then). */
  same(recorded: string, own: string): boolean;
}

export function createIdMap(): IdMap {
  const ours = new Map<string, string>();
  const theirs = new Map<string, string>();

  const map: IdMap = {
    knows: (recorded) => ours.has(recorded),
    learn(recorded, own) {
      ours.set(recorded, own);
      theirs.set(own, recorded);
    },
    translate: (value) => translated(value as Json, ours) as typeof value,
    same(recorded, own) {
      const known = ours.get(recorded);
      if (known !== undefined) return known === own;
      if (recorded === own) return true;
      if (theirs.has(own) || kindOf(recorded) !== kindOf(own)) return false;
      map.learn(recorded, own);
      return true;
    },
  };
  return map;
}

function translated(value: Json, ours: ReadonlyMap<string, string>): Json {
  if (typeof value === 'string') {
    return value.replace(/gid:\/\/shopify\/[A-Za-z]+\/\d+/g, (id) => ours.get(id) ?? id);
  }
  if (Array.isArray(value)) return value.map((each) => translated(each, ours));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, translated(each, ours)]),
  );
}
