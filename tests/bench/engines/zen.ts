import { z } from 'zod';
import { loadPeer, type PeerEngine } from './peer-engine.ts';
import type { Condition, PeerRule } from './rules.ts';

interface ZenDecision {
  evaluate(facts: object): Promise<unknown>;
}
interface Zen {
  createDecision(content: object): ZenDecision;
}

const loaded = z.object({
  ZenEngine: z.custom<new () => Zen>((value) => typeof value === 'function'),
  ZenDecisionContent: z.custom<new (content: object) => object>(
    (value) => typeof value === 'function',
  ),
});

const tableAnswer = z.object({ result: z.array(z.object({ id: z.string() })) });
const listAnswer = z.object({ result: z.object({ hits: z.array(z.string().nullable()) }) });

function expressionOf(condition: Condition): string {
  if ('all' in condition) return `(${condition.all.map(expressionOf).join(' and ')})`;
  if ('any' in condition) return `(${condition.any.map(expressionOf).join(' or ')})`;
  const { fact, is, value } = condition;
  if (is === 'contains') return `(${JSON.stringify(value)} in ${fact})`;
  return `(${fact} ${is} ${JSON.stringify(value)})`;
}

/** A decision of one node between what comes in and what goes out. */
const decisionOf = (node: object) => ({
  contentType: 'application/vnd.gorules.decision',
  nodes: [
    { id: 'in', name: 'in', type: 'inputNode' },
    { id: 'rules', name: 'rules', ...node },
    { id: 'out', name: 'out', type: 'outputNode' },
  ],
  edges: [
    { id: 'first', sourceId: 'in', targetId: 'rules', type: 'edge' },
    { id: 'second', sourceId: 'rules', targetId: 'out', type: 'edge' },
  ],
});

/** A row a rule; every row that fits is told. */
const asTable = (rules: readonly PeerRule[]) =>
  decisionOf({
    type: 'decisionTableNode',
    content: {
      hitPolicy: 'collect',
      inputs: [{ id: 'when', name: 'when' }],
      outputs: [{ id: 'id', name: 'id', field: 'id' }],
      rules: rules.map(({ id, when }) => ({
        _id: id,
        when: expressionOf(when),
        id: JSON.stringify(id),
      })),
    },
  });

/** One expression that lists what hits: less to copy between the languages. */
const asList = (rules: readonly PeerRule[]) => {
  const parts = rules.map(({ id, when }) => `${expressionOf(when)} ? ${JSON.stringify(id)} : null`);
  const value = `[${parts.join(', ')}]`;
  return decisionOf({
    type: 'expressionNode',
    content: { expressions: [{ id: 'hits', key: 'hits', value }] },
  });
};

/** Both ways of writing the rules down, compiled beforehand: the faster one is what counts. */
export function zenEngines(rules: readonly PeerRule[]): PeerEngine[] {
  const { ZenEngine, ZenDecisionContent } = loaded.parse(loadPeer('@gorules/zen-engine'));
  const engine = new ZenEngine();
  const compiled = (content: object) => engine.createDecision(new ZenDecisionContent(content));
  const table = compiled(asTable(rules));
  const list = compiled(asList(rules));
  return [
    {
      name: 'ZEN, a decision table',
      atATime: 64,
      judge: (facts) => table.evaluate(facts),
      hitsIn: (given) => tableAnswer.parse(given).result.map(({ id }) => id),
    },
    {
      name: 'ZEN, one expression',
      atATime: 64,
      judge: (facts) => list.evaluate(facts),
      hitsIn: (given) => listAnswer.parse(given).result.hits.filter((id) => id !== null),
    },
  ];
}
