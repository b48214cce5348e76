import { expect, it } from 'vitest';
import { clerkAtWork } from '../support/clerk-at-work.ts';
import { ordinaryOrder } from '../support/suspicious-orders.ts';

const clerk = clerkAtWork();

it('sees a burst from one address though its orders arrive in the same second', async () => {
  const ids = Array.from({ length: 6 }, (_, n) => {
    const email = `reidai-burst${n}@example.jp`;
    const customer = { ...ordinaryOrder.customer, email, phone: `03-1234-56${10 + n}` };
    const shipping = { ...ordinaryOrder.shipping, address1: `神宮前99-${n + 1}-1` };
    return clerk.running.store.placeOrder({ ...ordinaryOrder, customer, email, shipping }).id;
  });
  await clerk.running.settled();
  const orders = await Promise.all(ids.map((id) => clerk.read(id)));
  const seen = orders.filter((order) =>
    order.signals.some((signal) => signal.id === 'velocity-ip' && signal.outcome === 'hit'),
  );
  // The first two cannot know what follows them.
  expect(seen.length).toBeGreaterThanOrEqual(ids.length - 2);
});
