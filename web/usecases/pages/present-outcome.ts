import type { OutcomeDto } from '../../contract/lists.ts';
import type { DisputeDto } from '../../contract/orders.ts';
import { toldOutcome } from '../judging/order-outcome-kind.ts';
import type { DisputeSnapshot } from '../judging/order-snapshot.ts';
import type { OrderRecord } from '../ports/storage-port.ts';

export function presentOutcome(order: OrderRecord): OutcomeDto | null {
  const told = toldOutcome(order);
  if (told === null) return null;
  const { kind, at, by, note, loss } = told;
  return { kind, at: new Date(at).toISOString(), by, note, loss: loss && { ...loss } };
}

export function presentDispute(dispute: DisputeSnapshot): DisputeDto {
  const { type, status, at, evidenceDueBy, amount, reason } = dispute;
  return {
    type: type === null ? null : type === 'CHARGEBACK' ? 'chargeback' : 'inquiry',
    status: status.toLowerCase(),
    at,
    evidenceDueBy,
    amount: amount && { ...amount },
    reason,
  };
}
