import { keepRead } from '../actions/action-steps.ts';
import { moneyState } from '../actions/money-plan.ts';
import type { Deps } from '../deps.ts';
import type { OrderRecord, Task } from '../ports/storage-port.ts';
import { capturesNormal, mayCapture } from './plan-capture.ts';

/**
 * Reads the order anew, judges it, and captures what is still only authorized. Running it twice captures
 * once: a capture that arrived shows in what is read.
 */
export async function captureNormal(deps: Deps, { shop, key: id }: Task): Promise<void> {
  const known = await deps.storage.read.orders.load(shop, id);
  if (known === null || !known.acting || !mayCapture(known)) return;
  if (!capturesNormal(await deps.storage.read.shops.settings(shop))) return;
  if ((await deps.storage.read.cases.openCase(shop, id)) !== null) return;
  const order = await readAnew(deps, shop, id);
  if (order === null || !mayCapture(order)) return;
  for (const { gid, amount } of moneyState(order.snapshot).voidable) {
    const answer = await deps.shopify.capture(shop, order.snapshot.gid, gid, amount);
    await deps.storage.write((tx) =>
      tx.audit.add(shop, {
        ...{ orderId: id, at: deps.now(), byKind: 'app', byId: null, byName: null },
        ...(answer.ok
          ? { what: 'captured', details: {} }
          : { what: 'capture-failed', details: { message: answer.message } }),
      }),
    );
    if (!answer.ok) return;
  }
  await readAnew(deps, shop, id);
}

async function readAnew(deps: Deps, shop: string, id: string): Promise<OrderRecord | null> {
  const loaded = await deps.shopify.loadOrder(shop, id, 'background');
  return loaded === null ? null : keepRead(deps, shop, id, loaded);
}
