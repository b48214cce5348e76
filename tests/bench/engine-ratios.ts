import { installPackages, packageFolders } from '../machinery/install.ts';
import {
  makeSubset,
  ownSpeed,
  peerSpeed,
  requireEqualHits,
  type Subset,
} from './engines/compare.ts';
import { jsonRulesEngine } from './engines/json-rules-engine.ts';
import type { PeerEngine } from './engines/peer-engine.ts';
import type { PeerRule } from './engines/rules.ts';
import { zenEngines } from './engines/zen.ts';
import { type Measurement, percentile, type Report } from './figure.ts';

const orders = 5_000;
const rounds = 7;

/** The risk core beside general rule engines: same process, same orders, equal rules, equal hits. */
export const engineRatios: Measurement = {
  names: ['core_vs_json_rules_engine', 'core_vs_zen'],
  async measure(report) {
    installPackages(packageFolders.peers);
    await compareWith(report, 'core_vs_json_rules_engine', (rules) => [jsonRulesEngine(rules)]);
    await compareWith(report, 'core_vs_zen', zenEngines);
  },
};

async function compareWith(
  report: Report,
  figure: string,
  make: (rules: readonly PeerRule[]) => readonly PeerEngine[],
): Promise<void> {
  const subset = makeSubset(orders);
  const peers = make(subset.rules);
  for (const peer of peers) await requireEqualHits(subset, peer);
  const results: { peer: PeerEngine; ours: number; theirs: number; ratio: number }[] = [];
  for (const peer of peers) results.push({ peer, ...(await race(subset, peer)) });
  const closest = results.reduce((a, b) => (b.ratio < a.ratio ? b : a));
  const { ours, theirs, ratio, peer } = closest;
  const note = `${subset.rules.length} equal rules, equal hits on ${orders} orders; orders a second of processor time, median of ${rounds} rounds in turn: the app from the raw order ${Math.round(ours)}, ${peer.name} from prepared facts ${Math.round(theirs)}`;
  report.figure(figure, { value: ratio, unit: 'times', note });
}

/** In turn, so that a machine that slows down slows both; the first round only warms up. */
async function race(subset: Subset, peer: PeerEngine) {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const own = ownSpeed(subset);
    const other = await peerSpeed(subset, peer);
    if (round === 0) continue;
    ours.push(own);
    theirs.push(other);
  }
  const ratios = ours.map((own, round) => own / (theirs[round] ?? own));
  const middle = (values: readonly number[]) => percentile(values, 0.5);
  return { ours: middle(ours), theirs: middle(theirs), ratio: middle(ratios) };
}
