import { touch } from '../changes.ts';
import { kindOf } from '../ids.ts';
import type { Tagged } from '../state.ts';
import { addTags, longestTag, normalizeTags, removeTags } from '../tags.ts';
import { refusal, resourceNotFound } from './refusal.ts';
import { type Context, fields } from './types.ts';

interface TagArgs {
  readonly id: string;
  readonly tags: string[];
}

const mostTagsInInput = 250;
const taggable = new Set(['Order', 'Customer', 'Product', 'Article', 'DraftOrder']);
/** On these a tag is removed whatever its case; on the others only under its exact spelling. */
const caselessRemoval = new Set(['Customer', 'Product']);

function changeTags(args: TagArgs, { store }: Context, change: 'add' | 'remove') {
  if (args.tags.length > mostTagsInInput) {
    throw refusal(
      `The input array size of ${args.tags.length} is greater than the maximum allowed of ${mostTagsInInput}.`,
      'MAX_INPUT_SIZE_EXCEEDED',
    );
  }
  const kind = kindOf(args.id) ?? '';
  if (!taggable.has(kind)) throw resourceNotFound();
  const { orders, customers, tagged } = store.state;
  const found: Tagged | undefined =
    orders.get(args.id) ?? customers.get(args.id) ?? tagged.get(args.id);
  if (!found) {
    return { node: null, userErrors: [{ field: ['id'], message: `${kind} does not exist` }] };
  }
  const long = change === 'add' && normalizeTags(args.tags).some((tag) => tag.length > longestTag);
  if (long && (kind === 'Order' || kind === 'DraftOrder')) {
    const message = `Title Tag exceeds the maximum length of ${longestTag} characters`;
    return { node: null, userErrors: [{ field: ['tags'], message }] };
  }
  const tags =
    change === 'add'
      ? addTags(found.tags, args.tags)
      : removeTags(found.tags, args.tags, caselessRemoval.has(kind));
  const changed = tags.join() !== found.tags.join();
  found.tags = tags;
  const order = orders.get(args.id);
  if (order && changed) touch(store, order);
  return { node: found, userErrors: [] };
}

export const tagMutations = fields<unknown>({
  tagsAdd: (_root, args: TagArgs, context) => changeTags(args, context, 'add'),
  tagsRemove: (_root, args: TagArgs, context) => changeTags(args, context, 'remove'),
});
