import type { Knex } from 'knex';
import type { EffectRecord, EffectTable } from '../usecases/ports/storage-port.ts';

interface EffectRow {
  order_id: string;
  kind: EffectRecord['kind'];
  target: string;
  desired: string;
  applied: string | null;
  state: EffectRecord['state'];
  hold_id: string | null;
  error: string | null;
}

/** Effects carry no personal data: tags, levels, hold ids and the risk card's sentences. */
export function effectTable(db: Knex): EffectTable {
  return {
    async ofOrder(shop, orderId) {
      const rows: EffectRow[] = await db('effects').where({ shop, order_id: orderId });
      return rows.map((row) => ({
        orderId: row.order_id,
        kind: row.kind,
        target: row.target,
        desired: row.desired,
        applied: row.applied,
        state: row.state,
        holdId: row.hold_id,
        error: row.error,
      }));
    },
    async save(shop, effect, now) {
      await db('effects')
        .insert({
          shop,
          order_id: effect.orderId,
          kind: effect.kind,
          target: effect.target,
          desired: effect.desired,
          applied: effect.applied,
          state: effect.state,
          hold_id: effect.holdId,
          error: effect.error,
          updated_at: now,
        })
        .onConflict(['shop', 'order_id', 'kind', 'target'])
        .merge();
    },
  };
}
