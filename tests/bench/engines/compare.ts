import { assess } from '../../../web/risk/assess-order.ts';
import type { Evidence } from '../../../web/risk/order-facts.ts';
import { defaultJudgement, type Ruleset, rulesetFrom } from '../../../web/risk/ruleset.ts';
import { signals } from '../../../web/risk/signals/index.ts';
import { type FlatFacts, flatFacts, limitsOf } from './flat-facts.ts';
import type { PeerEngine } from './peer-engine.ts';
import { type PeerRule, peerRules } from './rules.ts';
import { codNames, sampleEvidence } from './sample-evidence.ts';

/** The subset, on the same orders, as the app judges it and as the peers get it. */
export interface Subset {
  readonly rules: readonly PeerRule[];
  readonly ruleset: Ruleset;
  readonly orders: readonly Evidence[];
  readonly facts: readonly FlatFacts[];
}

export function makeSubset(count: number): Subset {
  const rules = peerRules(limitsOf(sampleEvidence(1)));
  const wanted = new Set(rules.map(({ id }) => id));
  const own = signals.filter(({ id }) => wanted.has(id));
  if (own.length !== wanted.size) throw new Error('a compared signal is missing');
  const orders = Array.from({ length: count }, (_, n) => sampleEvidence(n));
  const ruleset = rulesetFrom(defaultJudgement, { codNames }, own);
  return { rules, ruleset, orders, facts: orders.map(flatFacts) };
}

export const ownHits = (order: Evidence, ruleset: Ruleset): string[] =>
  assess(order, ruleset).signals.flatMap(({ id, outcome }) => (outcome === 'hit' ? [id] : []));

/**
 * Speed of engines that do not do the same work compares nothing.
 * @throws Error naming the first order on which the peer hits other rules, or a rule that no order hits
 */
export async function requireEqualHits(subset: Subset, peer: PeerEngine): Promise<void> {
  const seen = new Set<string>();
  for (const [n, order] of subset.orders.entries()) {
    const facts = subset.facts[n];
    if (facts === undefined) throw new Error(`order ${n} has no facts`);
    const ours = ownHits(order, subset.ruleset).sort().join(' ');
    const theirs = [...peer.hitsIn(await peer.judge(facts))].sort().join(' ');
    if (ours !== theirs) {
      throw new Error(`order ${n}: ${peer.name} says "${theirs}", the app says "${ours}"`);
    }
    for (const id of ours.split(' ')) seen.add(id);
  }
  const idle = subset.rules.filter(({ id }) => !seen.has(id)).map(({ id }) => id);
  if (idle.length > 0) throw new Error(`no order of the sample hits ${idle.join(', ')}`);
}

/** One pass is over too soon to be timed well. */
const passes = 4;

/** @returns orders a second of this process's own processor time */
export function ownSpeed({ orders, ruleset }: Subset): number {
  const start = process.cpuUsage();
  let points = 0;
  for (let pass = 0; pass < passes; pass += 1) {
    for (const order of orders) points += assess(order, ruleset).points;
  }
  if (points === 0) throw new Error('no order of the comparison had a point');
  return (passes * orders.length) / secondsSince(start);
}

/** @returns orders a second of this process's own processor time, all its threads */
export async function peerSpeed({ facts }: Subset, peer: PeerEngine): Promise<number> {
  const start = process.cpuUsage();
  for (let at = 0; at < facts.length; at += peer.atATime) {
    await Promise.all(facts.slice(at, at + peer.atATime).map((one) => peer.judge(one)));
  }
  return facts.length / secondsSince(start);
}

function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000_000;
}
