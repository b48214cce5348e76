import type { EffectRecord, OrderRecord } from '../ports/storage-port.ts';

/** Sent, and no answer came: nobody knows whether Shopify took it until the order is read. */
export const isInDoubt = (record: EffectRecord): boolean => record.state === 'planned';

/**
 * The records after the order was read anew: what of them is seen to stand needs no second sending.
 * @returns those that changed; none of them is in doubt any more
 */
export function adoptEffects(order: OrderRecord, records: readonly EffectRecord[]): EffectRecord[] {
  const known = records.filter(isInDoubt).map((record) => asRead(order, record));
  const targets = new Set(records.filter(isHoldInPlaceOrInDoubt).map(({ target }) => target));
  return [...known, ...foundHolds(order).filter(({ target }) => !targets.has(target))];
}

const isHoldInPlaceOrInDoubt = (record: EffectRecord) =>
  record.kind === 'hold' && (record.applied === 'on' || isInDoubt(record));

function asRead(order: OrderRecord, record: EffectRecord): EffectRecord {
  const read = { ...record, state: 'done' as const };
  switch (record.kind) {
    case 'tags':
      return { ...read, applied: standingTags(order, record) };
    case 'risk-card':
      // It is not read: sent again, it takes its own place.
      return { ...read, applied: null };
    case 'hold': {
      const hold = ourHold(order, record.target);
      return { ...read, applied: hold === null ? 'off' : 'on', holdId: hold };
    }
  }
}

/** Only tags that this app has set or wanted to: others of the same name would be somebody else's. */
function standingTags({ snapshot }: OrderRecord, { desired, applied }: EffectRecord): string {
  const ours: string[] = [...JSON.parse(desired), ...JSON.parse(applied ?? '[]')];
  return JSON.stringify(snapshot.tags.filter((tag) => ours.includes(tag)).sort());
}

function ourHold({ snapshot }: OrderRecord, target: string): string | null {
  const place = snapshot.fulfillmentOrders.find(({ gid }) => gid === target);
  return place?.holds.find(({ ours, handle }) => ours && handle === 'sekisho')?.gid ?? null;
}

/**
 * Holds of ours that no record knows: the answer to them was lost, with a whole process perhaps. Also
 * on an order that was released meanwhile: its hold would stay for ever.
 */
function foundHolds(order: OrderRecord): EffectRecord[] {
  return order.snapshot.fulfillmentOrders.flatMap(({ gid: target }) => {
    const holdId = ourHold(order, target);
    if (holdId === null) return [];
    const done = { desired: 'on', applied: 'on', state: 'done', error: null } as const;
    return [{ orderId: order.id, kind: 'hold', target, holdId, ...done }];
  });
}
