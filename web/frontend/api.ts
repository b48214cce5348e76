import type { ErrorBody } from '../contract/errors.ts';
import { ApiError, type ProblemCode } from './api-error.ts';
import { authorization } from './app-bridge.ts';

export const getJson = <T>(path: string, signal?: AbortSignal): Promise<T> =>
  call<T>(path, signal === undefined ? {} : { signal });

export const postJson = <T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> =>
  call<T>(path, {
    method: 'POST',
    body: JSON.stringify(body),
    ...(signal !== undefined && { signal }),
  });

export const putJson = <T>(path: string, body: unknown): Promise<T> =>
  call<T>(path, { method: 'PUT', body: JSON.stringify(body) });

export const deleteJson = <T>(path: string): Promise<T> => call<T>(path, { method: 'DELETE' });

async function call<T>(path: string, init: RequestInit): Promise<T> {
  const response = await send(path, init);
  const body = await readBody(response);
  if (!response.ok) throw problemOf(body);
  // The contract's types stand for the server's answers; tests over real HTTP hold it to them.
  return body as T;
}

/** With the session's token, in the reader's language; for answers that are no JSON. */
export async function send(path: string, init: RequestInit): Promise<Response> {
  const headers = {
    Accept: 'application/json',
    ...acceptLanguage(),
    ...(init.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(await authorization()),
  };
  try {
    return await fetch(path, { ...init, headers });
  } catch (error) {
    if (init.signal?.aborted === true) throw error;
    throw new ApiError('network', undefined, error);
  }
}

export const problemOf = (body: unknown): ApiError => new ApiError(...problemIn(body));

/** Before a language is chosen the browser's own header stands: /api/me answers with that one. */
export function acceptLanguage(): Record<string, string> {
  const { language } = document.documentElement.dataset;
  return language === undefined ? {} : { 'Accept-Language': language };
}

async function readBody(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    throw new ApiError('network', undefined, error);
  }
}

function problemIn(body: unknown): [ProblemCode, ErrorBody['error']?] {
  const error = (body as Partial<ErrorBody> | null)?.error;
  return error === undefined ? ['network'] : [error.code, error];
}
