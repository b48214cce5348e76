const codes: Readonly<Record<string, string>> = {
  throttled: 'throttled',
  transient: 'transient',
  'outcome-unknown': 'outcomeUnknown',
  'no-token': 'noToken',
  'shop-unavailable frozen': 'frozen',
  'shop-unavailable locked': 'locked',
  'shop-unavailable gone': 'gone',
};

/** Key in the locales for why work was not done; null: the code says more than any sentence of ours. */
export function troubleKey(error: string): string | null {
  if (error.startsWith('denied')) return 'troubles.denied';
  const code = codes[error];
  return code === undefined ? null : `troubles.${code}`;
}
