import { orderBody } from './rest/order-body.ts';
import type { Order } from './state.ts';
import type { Store } from './store.ts';

/** Marks an order as changed and says so to the app, whoever changed it: the app's own tags too. */
export function touch(store: Store, order: Order): void {
  order.updatedAt = store.now();
  store.emit('orders/updated', orderBody(store, order));
}
