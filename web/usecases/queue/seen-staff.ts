import type { Deps } from '../deps.ts';
import type { Caller } from '../use-cases.ts';

const hour = 3_600_000;

/**
 * Remembers who opens the app, so that cases can be assigned to them: written at most once an hour a
 * person, and once more where Shopify tells the name later.
 */
export function createSeenStaff(deps: Deps): (caller: Caller) => Promise<void> {
  const seen = new Map<string, { readonly at: number; readonly name: string | null }>();
  return async ({ shop, staff: { userId, name } }) => {
    const now = deps.now();
    const person = `${shop} ${userId}`;
    const last = seen.get(person);
    if (last !== undefined && now - last.at < hour && last.name === name) return;
    // Before the work: the requests of a page come together.
    seen.set(person, { at: now, name });
    try {
      if (!(await keep(deps, shop, { userId, name }, now))) seen.delete(person);
    } catch (error) {
      seen.delete(person);
      deps.log.warn({ err: error }, 'staff member not noted');
    }
  };
}

/** @returns false: the shop has not been opened yet, and has no keys to seal a name with */
async function keep(
  deps: Deps,
  shop: string,
  { userId, name }: { userId: string; name: string | null },
  now: number,
): Promise<boolean> {
  return deps.storage.write(async (tx) => {
    if ((await tx.shops.find(shop)) === null) return false;
    if (await tx.staff.seen(shop, userId, name, now)) await tx.queue.raise(shop);
    return true;
  });
}
