/** Refusals of the checkout rules that say what to do; the others have the general sentence. */
export const spokenFaults: readonly string[] = [
  'amount_without_bound',
  'amount_empty_range',
  'listed_twice',
  'tags_differ',
  'too_many_tags',
  'checkout_too_large',
  'messages_too_large',
];
