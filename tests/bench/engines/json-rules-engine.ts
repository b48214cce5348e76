import { z } from 'zod';
import { loadPeer, type PeerEngine } from './peer-engine.ts';
import type { Condition, PeerRule } from './rules.ts';

interface RulesEngine {
  run(facts: object): Promise<unknown>;
}
type RulesEngineClass = new (rules: readonly object[]) => RulesEngine;

const loaded = z.object({
  Engine: z.custom<RulesEngineClass>((value) => typeof value === 'function'),
});

const answer = z.object({ events: z.array(z.object({ type: z.string() })) });

const operators = {
  '>': 'greaterThan',
  '>=': 'greaterThanInclusive',
  '<=': 'lessThanInclusive',
  '==': 'equal',
  '!=': 'notEqual',
  in: 'in',
  contains: 'contains',
} as const;

function conditionOf(condition: Condition): object {
  if ('all' in condition) return { all: condition.all.map(conditionOf) };
  if ('any' in condition) return { any: condition.any.map(conditionOf) };
  const { fact, is, value } = condition;
  return { fact, operator: operators[is], value };
}

/** A rule's conditions must stand in `all` or `any`. */
const rootOf = (condition: Condition) =>
  'all' in condition || 'any' in condition ? condition : { all: [condition] };

/** One engine for all orders, the facts given to each run: what its documentation advises. */
export function jsonRulesEngine(rules: readonly PeerRule[]): PeerEngine {
  const { Engine } = loaded.parse(loadPeer('json-rules-engine'));
  const engine = new Engine(
    rules.map(({ id, when }) => ({ conditions: conditionOf(rootOf(when)), event: { type: id } })),
  );
  return {
    name: 'json-rules-engine',
    atATime: 1,
    judge: (facts) => engine.run(facts),
    hitsIn: (given) => answer.parse(given).events.map(({ type }) => type),
  };
}
