import type { Fault } from '../faults.ts';
import { type HttpAnswer, json } from './answer.ts';

/** Faults that lose the answer of a request that was carried out. */
export const isDone = (fault: Fault | undefined): boolean =>
  fault?.kind === 'reset-after' || (fault !== undefined && 'done' in fault && fault.done === true);

/** What Shopify answers in place of its own answer; undefined: its own answer it is. */
export function faultAnswer(fault: Fault | undefined): HttpAnswer | Promise<never> | undefined {
  switch (fault?.kind) {
    case 'unauthorized':
      return unauthorized;
    case 'too-many':
      return tooMany(fault.retryAfterSeconds);
    case 'server-error':
      return page(fault.status ?? 503, 'Something went wrong');
    case 'html':
      return page(200, 'This store is unavailable');
    case 'internal-error':
      return json(200, { errors: [internalError] });
    case 'frozen':
      return json(402, { errors: 'Unavailable Shop' });
    case 'locked':
      return json(423, { errors: 'Locked' });
    case 'silent':
      return new Promise<never>(() => {});
    case 'reset-before':
    case 'reset-after':
      return null;
    default:
      return undefined;
  }
}

const page = (status: number, text: string): HttpAnswer => ({
  status,
  headers: { 'Content-Type': 'text/html' },
  body: `<html><body>${text}</body></html>`,
});

const tooMany = (seconds: number | null = 2): HttpAnswer =>
  json(
    429,
    { errors: 'Exceeded 2 calls per second for api client. Reduce request rates to resume.' },
    seconds === null ? {} : { 'Retry-After': seconds.toFixed(1) },
  );

const internalError = {
  message:
    'Internal error. Looks like something went wrong on our end.\nRequest ID: 0199c0de-0000-7000-8000-00000000dead (include this in support requests).',
  extensions: { code: 'INTERNAL_SERVER_ERROR' },
};

export const unauthorized = json(401, {
  errors: '[API] Invalid API key or access token (unrecognized login or wrong password)',
});

type Data = Record<string, unknown>;

/** Half of an answer: one field null wherever it stands, and an error that says so. */
export function halve(
  body: { data?: unknown; errors?: readonly unknown[] },
  mutation: boolean,
  fault: Extract<Fault, { kind: 'half-data' }>,
): object {
  const { field } = fault;
  const data: unknown = structuredClone(body.data);
  if (typeof data !== 'object' || data === null) return body;
  const lost = mutation && field === undefined ? Object.keys(data).at(-1) : (field ?? 'customer');
  const path = lost === undefined ? null : blank(data as Data, lost, []);
  if (path === null) return body;
  const isInternal = mutation || fault.internal === true;
  const error = isInternal ? { ...internalError, path } : { ...denied(lost ?? ''), path };
  return { ...body, data, errors: [...(body.errors ?? []), error] };
}

const denied = (field: string) => ({
  message: `This app is not approved to access the ${field} object. See https://shopify.dev/docs/apps/launch/protected-customer-data for more details.`,
  extensions: { code: 'ACCESS_DENIED' },
});

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
