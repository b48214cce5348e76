import type { Request, RequestHandler, Response } from 'express';
import { createSessionTokenVerifier } from '../../shopify/session-token.ts';
import type { HttpDeps } from '../deps.ts';
import { createSignIn } from '../sign-in.ts';
import { refuse } from './present-error.ts';
import { contextOf } from './request-context.ts';

/** Everything behind it has a caller, whose shop is the session token's and never the URL's. */
export function requireStaff(deps: HttpDeps): RequestHandler {
  const signIn = createSignIn({ ...deps, shopOpened: (shop) => deps.useCases.shopOpened(shop) });
  const verify = createSessionTokenVerifier(deps.credentials);
  return async (req, res, next) => {
    const token = /^Bearer ([\w.-]+)$/i.exec(req.get('authorization') ?? '')?.[1] ?? '';
    const session = verify(token, deps.now());
    const context = contextOf(req);
    if (!session.ok) {
      context.log.info({ reason: session.reason }, 'session token refused');
      return refuseStranger(req, res, deps);
    }
    const staff = await signIn(session, token);
    context.caller = { shop: session.shop, locale: context.locale, staff };
    await deps.useCases.queue.seen(context.caller);
    next();
  };
}

function refuseStranger(req: Request, res: Response, { publicLimit }: HttpDeps): void {
  const wait = publicLimit.take(req.ip ?? '');
  // App Bridge fetches a new token (they live 60 s) and tries once more.
  if (wait === null) res.set('X-Shopify-Retry-Invalid-Session-Request', '1');
  else res.set('Retry-After', String(wait));
  refuse(req, res, wait === null ? 'unauthorized' : 'too_many_requests');
}
