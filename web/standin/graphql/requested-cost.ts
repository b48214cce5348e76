import type { GraphQLNamedType, SelectionSetNode } from 'graphql';
import { getNamedType, isLeafType } from 'graphql';
import {
  connectionCost,
  defaultPage,
  isConnection,
  mutationPrice,
  ownPrice,
  pageWeight,
} from './cost-rules.ts';
import {
  fieldOf,
  isAsked,
  type Priced,
  pageSize,
  type Selected,
  selectionsOf,
  setsOf,
} from './selections.ts';

/** What a request may cost at most, charged before it runs. At least 1. */
export function requestedCost(priced: Priced): number {
  const { schema, operation } = priced;
  const root = operation.operation === 'query' ? schema.getQueryType() : schema.getMutationType();
  return root ? Math.max(1, costOf(priced, root, [operation.selectionSet])) : 1;
}

function costOf(priced: Priced, type: GraphQLNamedType, sets: readonly SelectionSetNode[]): number {
  const { fields, branches } = selectionsOf(priced, type, sets);
  const plain = fields.reduce((cost, selected) => cost + fieldCost(priced, selected), 0);
  const dearest = Math.max(0, ...[...branches].map(([on, parts]) => costOf(priced, on, parts)));
  return plain + dearest;
}

function fieldCost(priced: Priced, selected: Selected): number {
  const field = fieldOf(selected);
  if (!field || !isAsked(priced, selected)) return 0;
  const type = getNamedType(field.type);
  if (isLeafType(type)) return 0;
  if (selected.parent === priced.schema.getMutationType()) {
    return mutationPrice(selected.name) + payloadCost(priced, type, setsOf(selected));
  }
  if (isConnection(type)) return connectionPrice(priced, type, selected);
  return ownPrice(type, selected.parent, priced.schema) + costOf(priced, type, setsOf(selected));
}

function payloadCost(
  priced: Priced,
  type: GraphQLNamedType,
  sets: readonly SelectionSetNode[],
): number {
  return selectionsOf(priced, type, sets).fields.reduce((cost, selected) => {
    const field = fieldOf(selected);
    const inner = field ? getNamedType(field.type) : type;
    const free = isConnection(inner) ? 0 : ownPrice(inner, selected.parent, priced.schema);
    return cost + Math.max(0, fieldCost(priced, selected) - free);
  }, 0);
}

function connectionPrice(priced: Priced, type: GraphQLNamedType, selected: Selected): number {
  const weight = pageWeight(pageSize(priced, selected) ?? defaultPage);
  return connectionCost + weight * nodeCost(priced, type, setsOf(selected));
}

/** `nodes`, or `edges` with its `node`, which costs nothing more. */
function nodeCost(
  priced: Priced,
  type: GraphQLNamedType,
  sets: readonly SelectionSetNode[],
): number {
  return selectionsOf(priced, type, sets).fields.reduce((cost, selected) => {
    const field = fieldOf(selected);
    if (selected.name === 'nodes') return cost + fieldCost(priced, selected);
    if (selected.name !== 'edges' || !field) return cost;
    return cost + costOf(priced, getNamedType(field.type), setsOf(selected));
  }, 0);
}
