import { nameKey, phoneKey } from '../../japan/keys.ts';
import { isTrackingNumber, trackingKeys } from '../../japan/tracking-number.ts';
import type { OrderRecord, Tables } from '../ports/storage-port.ts';
import type { ReturnRow } from './list-returns-file.ts';

const oneDay = 86_400_000;
/** A parcel is back within weeks: an older order of the same person is another one. */
const backWithin = 90 * oneDay;
/** Carriers give a number again after a year or more. */
const numberLasts = 365 * oneDay;
const mostCandidates = 50;

export type FoundOrder = OrderRecord | 'not_found' | 'ambiguous' | 'misread' | 'bad';

/** The order of a row: by its name, else by its parcel, else by who it was for and when. */
export async function orderOfRow(
  tables: Tables,
  shop: string,
  { cells }: ReturnRow,
  now: number,
): Promise<FoundOrder> {
  for (const name of orderNames(cells.order ?? '')) {
    const id = await tables.orders.idByName(shop, name);
    const order = id === null ? null : await tables.orders.load(shop, id);
    if (order !== null) return order;
  }
  const parcel = await orderOfParcel(tables, shop, trackingKeys(cells.tracking), now);
  if (parcel !== 'not_found') return parcel;
  const person = personKeys(cells);
  if (person.length > 0) return orderOfPerson(tables, shop, person, dateOf(cells.date, now));
  if (cells.tracking !== undefined && isMisread(cells.tracking)) return 'misread';
  return cells.order === undefined && cells.tracking === undefined ? 'bad' : 'not_found';
}

/** Two orders in one parcel have one number: which of them came back, a person says. */
async function orderOfParcel(
  tables: Tables,
  shop: string,
  numbers: readonly string[],
  now: number,
): Promise<FoundOrder> {
  const keys = numbers.map((number) => `tracking:${number}`);
  const before = { createdAt: now + oneDay, id: '' };
  const rows = await tables.orders.history(shop, keys, before, mostCandidates);
  const [only, another] = rows.filter(({ createdAt }) => createdAt > now - numberLasts);
  if (only === undefined) return 'not_found';
  return another === undefined ? only.order : 'ambiguous';
}

/** No number of a parcel, or one whose check digit says that another digit is wrong. */
const isMisread = (text: string): boolean =>
  trackingKeys(text).every((number) => isTrackingNumber(number) === false);

/** #1001, 1001, and a shipment's own name: #1001.1, #1001-F1. */
function orderNames(text: string): string[] {
  const whole = text.replace(/\s/g, '').replaceAll('\u0000', '').slice(0, 60);
  if (whole === '') return [];
  const order = whole.replace(/(?:\.\d{1,2}|-F\d{1,2})$/i, '');
  return [...new Set([whole, order].flatMap((name) => [name, `#${name.replace(/^#/, '')}`]))];
}

function personKeys({ phone, name }: ReturnRow['cells']): string[] {
  const keys = [phoneKey(phone), nameKey(name)];
  return [keys[0] ? `phone:${keys[0]}` : '', keys[1] ? `name:${keys[1]}` : ''].filter(Boolean);
}

async function orderOfPerson(
  tables: Tables,
  shop: string,
  keys: readonly string[],
  at: number,
): Promise<FoundOrder> {
  // The report's day ends in Japan, orders are kept in UTC: a day more is asked for.
  const before = { createdAt: at + oneDay, id: '' };
  const rows = await tables.orders.history(shop, keys, before, mostCandidates);
  const fitting = rows.filter(
    ({ order, createdAt }) =>
      createdAt > at - backWithin &&
      order.snapshot.cancelledAt === null &&
      order.outcome === null &&
      keys.every((key) => order.keys.includes(key)),
  );
  const [only, another] = fitting;
  if (only === undefined) return 'not_found';
  return another === undefined ? only.order : 'ambiguous';
}

/** 2026/11/22, 2026-11-22, 20261122, 2026年11月22日, 11/22; what is no date, or is to come, is now. */
export function dateOf(text: string | undefined, now: number): number {
  const [, year, month, day] = /(\d{4})\D?(\d{1,2})\D?(\d{1,2})/.exec(text ?? '') ?? [];
  const whole = dayOf(Number(year), Number(month), Number(day));
  if (whole !== null) return Math.min(whole, now);
  const [, shortMonth, shortDay] = /(\d{1,2})\D(\d{1,2})/.exec(text ?? '') ?? [];
  const thisYear = new Date(now).getUTCFullYear();
  // December's report is read in January.
  const years = [thisYear, thisYear - 1];
  const found = years
    .map((each) => dayOf(each, Number(shortMonth), Number(shortDay)))
    .find((at) => at !== null && at <= now + oneDay);
  return Math.min(found ?? now, now);
}

function dayOf(year: number, month: number, day: number): number | null {
  const isDate = year > 2000 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return isDate ? Date.UTC(year, month - 1, day) : null;
}

/** Why a parcel came back, in the carriers' words; null: the row tells of no return. */
export function outcomeOf(
  reason: string | undefined,
  otherwise: 'refused' | 'unclaimed',
): 'refused' | 'unclaimed' | null {
  if (reason === undefined) return otherwise;
  if (/受(?:け)?取(?:り)?(?:拒|辞退)|拒否|拒絶|refus/i.test(reason)) return 'refused';
  if (/不在|保管期[間限]|保存期間|期[間限](?:経過|切れ|満了)|unclaimed|not claimed/i.test(reason)) {
    return 'unclaimed';
  }
  // Moved away or no such address: that the goods came back is not the buyer's doing.
  if (/転居|移転|住所不明|宛先不明|あて(?:所|先)|尋ね|unknown address/i.test(reason)) return null;
  return /返(?:送|品|却|戻)|持ち?戻|return/i.test(reason) ? otherwise : null;
}
