import type { Deps } from '../deps.ts';
import { type FaultKind, GatewayFault } from '../ports/shopify-port.ts';
import type { EffectRecord, OrderRecord } from '../ports/storage-port.ts';
import type { PlannedEffect } from './plan-effects.ts';

/**
 * Before a release leaves: a process that dies meanwhile would not know its own release again, and would take
 * it for a person's, against what staff have decided since. A hold needs no note: `adoptEffects` finds it.
 */
export async function noteReleases(
  deps: Deps,
  order: OrderRecord,
  planned: readonly PlannedEffect[],
) {
  await saveRecords(deps, order, releasesOf(planned));
}

const releasesOf = (planned: readonly PlannedEffect[]) =>
  planned.filter(({ effect }) => effect.kind === 'release').map(({ record }) => record);

/** Shopify has done nothing: the next try need not read the order, which costs more than the release. */
const isNotDone: ReadonlySet<FaultKind> = new Set([
  'throttled',
  'no-token',
  'shop-unavailable',
  'transient',
]);

/** Whoever acts next on an order in doubt, this task or another, must read it first. */
export async function keepDoubt(
  deps: Deps,
  order: OrderRecord,
  planned: readonly PlannedEffect[],
  error: unknown,
): Promise<never> {
  const kind = error instanceof GatewayFault ? error.kind : null;
  if (kind === 'outcome-unknown') {
    await saveRecords(
      deps,
      order,
      planned.map(({ record }) => record),
    );
  } else if (kind !== null && isNotDone.has(kind)) {
    await saveRecords(deps, order, releasesOf(planned).map(asBefore));
  }
  throw error;
}

const asBefore = (record: EffectRecord): EffectRecord => ({
  ...record,
  desired: 'on',
  state: 'done',
});

async function saveRecords(
  deps: Deps,
  { shop, id }: OrderRecord,
  records: readonly EffectRecord[],
): Promise<void> {
  if (records.length === 0) return;
  await deps.storage.write(async (tx) => {
    if ((await tx.orders.lock(shop, id)) === null) return;
    for (const record of records) await tx.effects.save(shop, record, deps.now());
  });
}
