import type { Deps } from '../usecases/deps.ts';

/** Another process works this shop by now: whatever is begun here would be done twice. */
export class LeaseLost extends Error {
  constructor(shop: string) {
    super(`the work of ${shop} was taken over`);
    this.name = 'LeaseLost';
  }
}

/**
 * What a task gets to work with: each reach for the store, the database's writer or the network asks whether
 * the shop is still this process's to work on. A process that stood still for a minute (a frozen machine, a
 * debugger) finds the fence, not the order. The clock of the lease is asked, not the database: it costs nothing.
 */
export function fenced(deps: Deps, shop: string, isHeld: () => boolean): Deps {
  if (deps.storage.sharing === null) return deps;
  const fence = <T extends object>(target: T, free: readonly string[] = []): T =>
    new Proxy(target, {
      get(of, name) {
        if (!isHeld() && !free.includes(String(name))) throw new LeaseLost(shop);
        return Reflect.get(of, name);
      },
    });
  return {
    ...deps,
    storage: fence(deps.storage, ['read', 'unanswered', 'isReachable', 'sharing']),
    shopify: fence(deps.shopify),
    mail: fence(deps.mail),
    outgoing: fence(deps.outgoing),
  };
}
