import type { Fault } from '../faults.ts';
import { type HttpAnswer, json } from './answer.ts';

/** What Shopify answers in place of an execution; undefined: the request is carried out all the same. */
export function faultAnswer(fault: Fault | undefined): HttpAnswer | undefined {
  switch (fault?.kind) {
    case 'unauthorized':
      return unauthorized;
    case 'too-many':
      return json(
        429,
        { errors: 'Exceeded 2 calls per second for api client. Reduce request rates to resume.' },
        { 'Retry-After': (fault.retryAfterSeconds ?? 2).toFixed(1) },
      );
    case 'server-error':
      return {
        status: fault.status ?? 503,
        headers: { 'Content-Type': 'text/html' },
        body: '<html><body>Something went wrong</body></html>',
      };
    case 'frozen':
      return json(402, { errors: 'Unavailable Shop' });
    case 'locked':
      return json(423, { errors: 'Locked' });
    case 'reset-before':
      return null;
    default:
      return undefined;
  }
}

export const unauthorized = json(401, {
  errors: '[API] Invalid API key or access token (unrecognized login or wrong password)',
});

type Data = Record<string, unknown>;

/** Half of an answer: one field null wherever it stands, and an error that says so. */
export function halve(
  body: { data?: unknown; errors?: readonly unknown[] },
  mutation: boolean,
  field: string | undefined,
): object {
  const data: unknown = structuredClone(body.data);
  if (typeof data !== 'object' || data === null) return body;
  const lost = mutation && field === undefined ? Object.keys(data).at(-1) : (field ?? 'customer');
  const path = lost === undefined ? null : blank(data as Data, lost, []);
  const message = mutation
    ? 'Internal error. Looks like something went wrong on our end.'
    : `This app is not approved to access the ${lost} object. See https://shopify.dev/docs/apps/launch/protected-customer-data for more details.`;
  const error = {
    message,
    path,
    extensions: { code: mutation ? 'INTERNAL_SERVER_ERROR' : 'ACCESS_DENIED' },
  };
  return { ...body, data, errors: [...(body.errors ?? []), error] };
}

/** Sets every field of that name to null; the path of the first. */
function blank(data: Data, field: string, path: (string | number)[]): (string | number)[] | null {
  let first: (string | number)[] | null = null;
  for (const [key, value] of Object.entries(data)) {
    const here = [...path, Array.isArray(data) ? Number(key) : key];
    if (key === field) {
      data[key] = null;
      first ??= here;
    } else if (typeof value === 'object' && value !== null) {
      first = first ?? blank(value as Data, field, here);
    }
  }
  return first;
}
