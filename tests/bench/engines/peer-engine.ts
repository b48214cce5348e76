import { createRequire } from 'node:module';
import path from 'node:path';
import { packageFolders } from '../../machinery/install.ts';
import type { FlatFacts } from './flat-facts.ts';

/** Another rule engine, loaded with the subset of rules. */
export interface PeerEngine {
  readonly name: string;
  /** Orders given at a time where the engine gains by it. */
  readonly atATime: number;
  /** What is timed: one order judged, its answer kept as the engine gives it. */
  judge(facts: FlatFacts): Promise<unknown>;
  /** The ids of the rules that hit, read from an answer; not timed. */
  hitsIn(answer: unknown): readonly string[];
}

const require = createRequire(path.join(packageFolders.peers, 'package.json'));

/** A package of tests/machinery/peers. It has no types here: the caller checks what it uses. */
export const loadPeer = (name: string): unknown => require(name);
