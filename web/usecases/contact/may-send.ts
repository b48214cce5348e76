import type { TemplateId } from '../../contract/contact.ts';
import type { Settings } from '../../contract/settings.ts';
import { isClosed, isShipped } from '../judging/order-state.ts';
import type { ContactRecord } from '../ports/contact-port.ts';
import type { OrderRecord } from '../ports/storage-port.ts';
import type { Answer } from '../use-cases.ts';
import { isRequest } from './contact-flow.ts';

type Refusal = Extract<Answer<never>, { ok: false }>;

/** Whether this letter makes sense now; null: it does. */
export function refuseLetter(
  order: OrderRecord,
  contact: ContactRecord,
  template: TemplateId,
  { mailAfterFraud }: Settings['contact'],
): Refusal | null {
  if (template === 'cancelled') return refuseCancelled(order, mailAfterFraud);
  if (order.snapshot.cancelledAt !== null || order.cancelling) {
    return { ok: false, code: 'already_cancelled' };
  }
  if (template === 'thanks') return null;
  if (isShipped(order.snapshot)) return { ok: false, code: 'already_shipped' };
  if (isClosed(order)) return { ok: false, code: 'too_late' };
  return refuseAnswered(contact, template);
}

/** To whoever ordered in another's name, a letter only tells what was found out. */
function refuseCancelled({ snapshot }: OrderRecord, mailAfterFraud: boolean): Refusal | null {
  if (snapshot.cancelledAt === null) return refusal('not_cancelled');
  return snapshot.cancelReason === 'FRAUD' && !mailAfterFraud ? refusal('after_fraud') : null;
}

/** Who has answered is not reminded; who did not order is asked for nothing. */
function refuseAnswered({ answer, stage }: ContactRecord, template: TemplateId): Refusal | null {
  if (answer?.answer === 'not-ordered') return refusal('did_not_order');
  return stage === 'answered' && !isRequest(template) ? refusal('answered') : null;
}

const refusal = (why: string): Refusal => ({
  ok: false,
  code: 'invalid',
  fields: { template: why },
});
