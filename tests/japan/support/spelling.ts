import type { AddressLines } from '../../../web/japan/address-parts.ts';
import type { Town } from './towns.ts';

/** A place told in parts, which each rule writes in its own way. */
export interface PlaceOf {
  readonly at: Town;
  /** 丁目, 番, 号; or 番地 and its branch; never empty. */
  readonly numbers: readonly number[];
  /** 丁目-番-号 or 番地-枝. */
  readonly isChome: boolean;
  readonly building: string;
  readonly wing: string;
  /** Empty: a detached house. */
  readonly room: string;
}

export interface Spelling {
  readonly rule: string;
  /** Whether the rule changes anything at such a place. */
  applies?(place: PlaceOf): boolean;
  write(place: PlaceOf): AddressLines;
}

export const digits = '〇一二三四五六七八九';
/** 123 → 百二十三, as it is written on paper. */
export function kanji(number: number): string {
  const unit = (value: number, name: string) =>
    value === 0 ? '' : `${value === 1 ? '' : digits[value]}${name}`;
  const rest = number % 10;
  return [
    unit(Math.floor(number / 1000), '千'),
    unit(Math.floor(number / 100) % 10, '百'),
    unit(Math.floor(number / 10) % 10, '十'),
    rest === 0 ? '' : digits[rest],
  ].join('');
}
export const positional = (number: number | string) =>
  [...`${number}`].map((digit) => digits[Number(digit)]).join('');
export const wide = (text: string) =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

type Figure = (number: number) => string;
export const plain: Figure = (number) => `${number}`;

export const units = ({ numbers, isChome }: PlaceOf, figure: Figure = plain): string => {
  const [one = 0, two, three] = numbers;
  if (!isChome) return `${figure(one)}番地${two === undefined ? '' : `${figure(two)}`}`;
  const ban = two === undefined ? '' : `${figure(two)}番`;
  return `${figure(one)}丁目${ban}${three === undefined ? '' : `${figure(three)}号`}`;
};
export const joined = (place: PlaceOf, mark: string, figure: Figure = plain) =>
  place.numbers.map(figure).join(mark);

export const roomNumber = ({ wing, room }: PlaceOf) => (wing ? `${wing}-${room}` : room);
export const inBuilding = (place: PlaceOf) =>
  place.room ? `${place.building}${place.wing ? `${place.wing}棟` : ''}${place.room}号室` : '';

interface Parts {
  readonly zip?: string;
  readonly provinceCode?: string;
  readonly city?: string;
  readonly address1?: string;
  readonly address2?: string;
}
export const lines = (place: PlaceOf, parts: Parts = {}): AddressLines => ({
  zip: place.at.zip,
  provinceCode: `JP-${place.at.prefecture}`,
  city: place.at.city,
  address1: `${place.at.town}${units(place)}`,
  address2: inBuilding(place),
  ...parts,
});

/** The spelling that all others are compared with. */
export const official = (place: PlaceOf): AddressLines => lines(place);

export const block =
  (text: (place: PlaceOf) => string) =>
  (place: PlaceOf): AddressLines =>
    lines(place, { address1: `${place.at.town}${text(place)}` });
export const town =
  (change: (town: string) => string) =>
  (place: PlaceOf): AddressLines =>
    lines(place, { address1: `${change(place.at.town)}${units(place)}` });
export const room =
  (text: (place: PlaceOf) => string) =>
  (place: PlaceOf): AddressLines =>
    lines(place, { address2: text(place) });

export const hasRoom = ({ room: number }: PlaceOf) => number !== '';
export const plainRoom = (place: PlaceOf) => hasRoom(place) && place.wing === '';
export const hasThree = ({ numbers }: PlaceOf) => numbers.length === 3;
export const isChome = (place: PlaceOf) => place.isChome;
/** 双六 before 六丁目 cannot be told apart by anybody. */
export const endsInWord = ({ at }: PlaceOf) => !/[一二三四五六七八九十百千]$/.test(at.town);
export const inTown = (pattern: RegExp) => (place: PlaceOf) => pattern.test(place.at.town);
