import { type DocumentNode, Kind, type SelectionSetNode } from 'graphql';

/** Fields that Shopify counts as three, whatever stands in them. */
const dear = new Set(['metafield', 'hasAnyTag', 'hasTags', 'inAnyCollection', 'inCollections']);

/** Cost of an input query as Shopify counts it, a metafield's own value counted as one more: the dearer reading. */
export function queryCost({ definitions }: DocumentNode): number {
  return definitions.reduce(
    (sum, definition) =>
      'selectionSet' in definition ? sum + costOf(definition.selectionSet) : sum,
    0,
  );
}

function costOf(set: SelectionSetNode | undefined): number {
  if (!set) return 0;
  return set.selections.reduce((sum, selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) throw new Error('a fragment of its own');
    if (selection.kind === Kind.INLINE_FRAGMENT) return sum + costOf(selection.selectionSet);
    const { name, selectionSet } = selection;
    const own = dear.has(name.value) ? 3 : selectionSet ? 0 : 1;
    return sum + own + costOf(selectionSet);
  }, 0);
}
