import { moneyState } from '../actions/money-plan.ts';
import type { OrderRecord, Tables } from '../ports/storage-port.ts';
import { type ContactDeps, noteContact } from './note-contact.ts';

/** Money has arrived for an order whose buyer was asked to pay in advance: the request is answered. */
export async function notePayment(
  tx: Tables,
  deps: ContactDeps,
  before: OrderRecord,
  after: OrderRecord,
  now: number,
): Promise<void> {
  if (!hasPaid(before, after)) return;
  const contact = await tx.contacts.load(after.shop, after.id);
  if (contact?.asked?.template !== 'prepaid-request' || contact.stage === 'answered') return;
  const paid = { kind: 'answered', answer: 'ordered', via: 'payment', by: null } as const;
  await noteContact(tx, deps, after, paid, now);
}

function hasPaid(before: OrderRecord, after: OrderRecord): boolean {
  const captured = ({ snapshot }: OrderRecord) => moneyState(snapshot).captured?.amount ?? 0;
  const isPaid = ({ snapshot }: OrderRecord) => snapshot.financialStatus === 'PAID';
  return (isPaid(after) && !isPaid(before)) || captured(after) > captured(before);
}
