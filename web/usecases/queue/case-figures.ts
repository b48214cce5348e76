import type { Settings } from '../../contract/settings.ts';
import type { CaseFigures } from '../ports/queue-port.ts';
import type { OrderRecord, Tables } from '../ports/storage-port.ts';
import type { Deadline } from './deadlines.ts';
import { type ContactState, deadlinesOf } from './deadlines.ts';

const defaultTimeZone = 'Asia/Tokyo';

export const timeZoneOf = async (tables: Tables, shop: string): Promise<string> =>
  (await tables.shops.find(shop))?.info?.timezone ?? defaultTimeZone;

/** What a case copies from its order, so that the queue sorts and filters without opening orders. */
export function caseFigures(
  order: OrderRecord,
  contact: ContactState | null,
  settings: Settings['deadlines'],
  timeZone: string,
): CaseFigures {
  const [nearest] = deadlinesOf(order, contact, settings, timeZone);
  return {
    level: order.assessment.level,
    points: order.assessment.points,
    amount: order.snapshot.total?.amount ?? 0,
    payment: order.paymentKind,
    stage: contact?.stage ?? 'none',
    deadline: nearest ?? null,
  };
}

/** The same from what is stored now. */
export async function readFigures(tables: Tables, order: OrderRecord): Promise<CaseFigures> {
  const { shop, id } = order;
  const contact = await tables.contacts.load(shop, id);
  const { deadlines } = await tables.shops.settings(shop);
  return caseFigures(order, contact, deadlines, await timeZoneOf(tables, shop));
}

/** All deadlines of an order, the nearest first. */
export async function readDeadlines(tables: Tables, order: OrderRecord): Promise<Deadline[]> {
  const { shop, id } = order;
  const contact = await tables.contacts.load(shop, id);
  const { deadlines } = await tables.shops.settings(shop);
  return deadlinesOf(order, contact, deadlines, await timeZoneOf(tables, shop));
}
