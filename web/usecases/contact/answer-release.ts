import { signals } from '../../risk/signals/index.ts';
import type { OrderRecord } from '../ports/storage-port.ts';

/** What says that a card, a parcel or a list is not the buyer's: he reads his own mail either way. */
const beyondAClick: ReadonlySet<string> = new Set(
  signals.filter(({ group }) => ['card', 'ship-to', 'list'].includes(group)).map(({ id }) => id),
);

/**
 * A click on a link proves that its mailbox is read, which a thief with somebody else's card does too: it
 * releases only what is held for doubts that "I ordered this" answers (an address, a phone, an amount).
 */
export const clickMayRelease = ({ assessment }: Pick<OrderRecord, 'assessment'>): boolean =>
  assessment.floor === null &&
  !assessment.signals.some(
    ({ id, outcome, points }) => outcome === 'hit' && points > 0 && beyondAClick.has(id),
  );
