/**
 * Reads JSON without rounding ids: Shopify's own sample order 820982911946154508 would become
 * …500 as a JavaScript number and name another order. A whole number beyond 2^53 becomes text.
 * Throws SyntaxError where the text is not JSON.
 */
export function parseJson(text: string): unknown {
  return mayHoldLongNumber.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text);
}

/** A reviver costs several times the parse; ordinary payloads have no 16 digits in a row. */
const mayHoldLongNumber = /\d{16}/;
const wholeNumber = /^-?\d+$/;

function keepDigits(_key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  const source = context?.source;
  return source !== undefined && wholeNumber.test(source) ? source : value;
}
