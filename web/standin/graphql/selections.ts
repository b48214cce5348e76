import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLNamedType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
  ValueNode,
} from 'graphql';
import { isAbstractType, isInterfaceType, isObjectType } from 'graphql';

/** What a price is worked out from: a document that was validated, and its variables. */
export interface Priced {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** One answer key of an object, with every place of the document that asks for it. */
export interface Selected {
  readonly key: string;
  readonly name: string;
  readonly parent: GraphQLNamedType;
  readonly nodes: FieldNode[];
}

export interface Selections {
  readonly fields: Selected[];
  /** Parts that hold for one concrete type of a union or an interface only. */
  readonly branches: ReadonlyMap<GraphQLNamedType, SelectionSetNode[]>;
}

export function selectionsOf(
  priced: Priced,
  type: GraphQLNamedType,
  sets: readonly SelectionSetNode[],
): Selections {
  const fields = new Map<string, Selected>();
  const branches = new Map<GraphQLNamedType, SelectionSetNode[]>();
  const visit = (parent: GraphQLNamedType, set: SelectionSetNode): void => {
    for (const each of set.selections) {
      if (each.kind === 'Field') {
        const key = each.alias?.value ?? each.name.value;
        const known = fields.get(key);
        if (known) known.nodes.push(each);
        else fields.set(key, { key, name: each.name.value, parent, nodes: [each] });
        continue;
      }
      const fragment =
        each.kind === 'InlineFragment' ? each : priced.fragments.get(each.name.value);
      if (!fragment) continue;
      const on = fragment.typeCondition
        ? (priced.schema.getType(fragment.typeCondition.name.value) ?? parent)
        : parent;
      if (isAbstractType(parent) && !isAbstractType(on)) {
        branches.set(on, [...(branches.get(on) ?? []), fragment.selectionSet]);
      } else visit(on, fragment.selectionSet);
    }
  };
  for (const set of sets) visit(type, set);
  return { fields: [...fields.values()], branches };
}

export const setsOf = (selected: Selected): SelectionSetNode[] =>
  selected.nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));

export function fieldOf(selected: Selected): GraphQLField<unknown, unknown> | undefined {
  const { parent, name } = selected;
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
}

/** `first` or `last` of a connection; undefined where the document gives neither. */
export function pageSize(priced: Priced, selected: Selected): number | undefined {
  for (const argument of selected.nodes[0]?.arguments ?? []) {
    if (argument.name.value !== 'first' && argument.name.value !== 'last') continue;
    const value = numberOf(priced, argument.value);
    if (value !== undefined) return value;
  }
  return undefined;
}

function numberOf(priced: Priced, value: ValueNode): number | undefined {
  if (value.kind === 'IntValue') return Number(value.value);
  if (value.kind !== 'Variable') return undefined;
  const given = priced.variables[value.name.value];
  return typeof given === 'number' ? given : undefined;
}

/** False where `@skip` or `@include` leaves the field out. */
export function isAsked(priced: Priced, selected: Selected): boolean {
  return selected.nodes.some((node) =>
    (node.directives ?? []).every((directive) => {
      const condition = directive.arguments?.find(({ name }) => name.value === 'if')?.value;
      const value =
        condition?.kind === 'Variable'
          ? priced.variables[condition.name.value]
          : condition?.kind === 'BooleanValue' && condition.value;
      if (directive.name.value === 'skip') return value !== true;
      return directive.name.value !== 'include' || value === true;
    }),
  );
}
