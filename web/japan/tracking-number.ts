import { toNfkc } from './nfkc.ts';

/**
 * Numbers of parcels as labels, reports and spreadsheets write them: 4000-1234-5601, ４０００…, a barcode
 * with its start and stop letters (a400012345601a). Yamato, Sagawa and Japan Post give 11 or 12 digits whose
 * last is the rest of the others by seven; mail from abroad has S10 of the Universal Postal Union.
 */
const marks = /[\s\-˗‐‑‒–—―−─ー'"=]/g;
const barcode = /^[A-D](\d{10,14})[A-D]$/;
const shape = /^(?=.*\d{4})[0-9A-Z]{8,30}$/;
/** 4.00012E+11: a spreadsheet has rounded it, and the digits are lost. */
const rounded = /^\d(?:\.\d+)?E\+?\d+$/;

/** One spelling; empty where it is no number of a parcel. */
export function trackingKey(text: string | null | undefined): string {
  const given = toNfkc(text ?? '')
    .trim()
    .toUpperCase();
  if (rounded.test(given)) return '';
  const plain = given.replace(marks, '');
  const key = barcode.exec(plain)?.[1] ?? plain;
  return shape.test(key) ? key : '';
}

/** What the number may have been: a spreadsheet takes the zeros in front. The likeliest first. */
export function trackingKeys(text: string | null | undefined): string[] {
  const key = trackingKey(text);
  if (key === '') return [];
  return /^\d{10,11}$/.test(key) ? [key, key.padStart(12, '0')] : [key];
}

/** Whether the check digit agrees; null: a number of a form that has none we know. */
export function isTrackingNumber(key: string): boolean | null {
  if (/^\d{11,12}$/.test(key)) return Number(key.slice(0, -1)) % 7 === Number(key.slice(-1));
  const [, serial, check] = /^[A-Z]{2}(\d{8})(\d)[A-Z]{2}$/.exec(key) ?? [];
  return serial === undefined ? null : checkOfS10(serial) === Number(check);
}

const weights = [8, 6, 4, 2, 3, 5, 9, 7];

function checkOfS10(serial: string): number {
  const sum = weights.reduce((all, weight, n) => all + weight * Number(serial[n]), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 0 : check === 11 ? 5 : check;
}
