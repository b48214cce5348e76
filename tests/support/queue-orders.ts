import type { Level } from '../../web/contract/level.ts';
import type { OrderRecord } from '../../web/usecases/ports/storage-port.ts';
import { assessment, facts, flagged, shop, snapshot } from './order-record.ts';

/** What a test of the queue says of an order; the rest is that of a flagged one. */
export interface QueueOrder {
  readonly id: string;
  readonly shop?: string;
  readonly name?: string;
  /** Number of the buyer: e-mail and phone are his. */
  readonly buyer?: number;
  /** Last part of the network address; null: none. */
  readonly ip?: number | null;
  /** Number of the block; null: no address. */
  readonly place?: number | null;
  readonly level?: Level;
  /** Yen; null: Shopify told no total. */
  readonly total?: number | null;
  readonly payment?: OrderRecord['paymentKind'];
  /** ISO time of a card's authorization, which runs out after seven days. */
  readonly authorizedAt?: string;
}

/** An order whose keys are those that the test names, and no others. */
export function queueOrder(wanted: QueueOrder): OrderRecord {
  const { id, buyer, ip = null, place = null, level = 'high', total = 7800 } = wanted;
  const money = total === null ? null : { amount: total, currency: 'JPY' };
  const block = { zip: '1500001', provinceCode: 'JP-13', countryCode: 'JP', city: '渋谷区' };
  const itsFacts = facts({
    id,
    email: buyer === undefined ? null : `reidai-${buyer}@example.jp`,
    phone: buyer === undefined ? null : `03-1234-${5600 + buyer}`,
    clientIp: ip === null ? null : `192.0.2.${ip}`,
    shipping: place === null ? null : { ...block, address1: `神宮前99-${place}-2` },
  });
  const itsSnapshot = snapshot({
    id,
    name: wanted.name ?? `#${id}`,
    total: money,
    ...(wanted.authorizedAt === undefined ? {} : { createdAt: wanted.authorizedAt }),
    transactions: wanted.authorizedAt === undefined ? [] : [authorization(id, wanted.authorizedAt)],
  });
  return flagged({
    shop: wanted.shop ?? shop,
    facts: itsFacts,
    snapshot: itsSnapshot,
    assessment: assessment({ level, points: level === 'high' ? 65 : 35, checks: 5 }),
    paymentKind: wanted.payment ?? 'cod',
  });
}

const authorization = (id: string, createdAt: string) => ({
  gid: `gid://shopify/OrderTransaction/${id}`,
  kind: 'AUTHORIZATION',
  status: 'SUCCESS',
  amount: { amount: 7800, currency: 'JPY' },
  parentGid: null,
  gateway: 'shopify_payments',
  manual: false,
  createdAt,
});
