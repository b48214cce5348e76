import type { RunningApp } from '../../support/app-on-stand-in.ts';

export interface Sent {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

export interface SendOptions {
  /** The Authorization header; none where it is null. */
  readonly authorization?: string | null;
  /** JSON. */
  readonly body?: unknown;
  /** As it is. */
  readonly file?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request as anybody on the network can make it. */
export async function send(
  { origin }: Pick<RunningApp, 'origin'>,
  method: string,
  path: string,
  { authorization = null, body, file, headers }: SendOptions = {},
): Promise<Sent> {
  const sent = file ?? (body === undefined ? undefined : JSON.stringify(body));
  const answer = await fetch(origin + path, {
    method,
    redirect: 'manual',
    headers: {
      ...(authorization === null ? {} : { authorization }),
      ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(sent === undefined ? {} : { body: sent }),
  });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

/** As staff of that shop, with a session token of this moment. */
export const asStaff = ({ standIn }: RunningApp, shop: string, user?: string): string =>
  `Bearer ${standIn.sessionToken(shop, user)}`;
