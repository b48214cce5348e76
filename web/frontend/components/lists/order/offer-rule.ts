import type { ListProposal } from '../../../../contract/lists.ts';
import type { OrderDetail } from '../../../../contract/orders.ts';

/** Ends after which somebody should be remembered; the server says as what. */
const bad = new Set<NonNullable<OrderDetail['outcome']>['kind']>([
  'refused',
  'unclaimed',
  'fraud',
  'dispute',
]);

/** Whether the proposal is worth asking for before anybody clicks. */
export function mayOffer({ actions, outcome }: Pick<OrderDetail, 'actions' | 'outcome'>): boolean {
  const isCancelled = actions.some(({ kind, state }) => kind === 'cancel' && state === 'done');
  return isCancelled || (outcome !== null && bad.has(outcome.kind));
}

/** A candidate or a trusted buyer is nobody's first thought after a bad end. */
export const isWorthOffering = ({ kind, existing }: ListProposal): boolean =>
  existing.length === 0 && (kind === 'fraud' || kind === 'cod' || kind === 'protected');
