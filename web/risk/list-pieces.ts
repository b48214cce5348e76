import { type AddressParts, readAddress } from '../japan/address-parts.ts';
import { type AddressPiece, addressPieces } from '../japan/address-pieces.ts';
import type { AddressFacts } from './order-facts.ts';

/** A part of a value, and whether the other side has it too. */
export interface ListPiece {
  readonly text: string;
  readonly agrees: boolean;
}
export type Pieces = readonly [order: ListPiece[], entry: ListPiece[]];

export const whole = (order: string, entry: string, agrees: boolean): Pieces => [
  [{ text: order, agrees }],
  [{ text: entry, agrees }],
];

function runsOf(text: string, agrees: (at: number) => boolean): ListPiece[] {
  const runs: { text: string; agrees: boolean }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const last = runs.at(-1);
    const same = agrees(at);
    if (last && last.agrees === same) last.text += text.charAt(at);
    else runs.push({ text: text.charAt(at), agrees: same });
  }
  return runs;
}

/** Characters of `one` and of `other` that a longest common subsequence pairs. */
function pairedCharacters(one: string, other: string): readonly [Set<number>, Set<number>] {
  const width = other.length + 1;
  const lengths = new Uint16Array((one.length + 1) * width);
  const length = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = one.length - 1; row >= 0; row -= 1) {
    for (let column = other.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        one[row] === other[column]
          ? length(row + 1, column + 1) + 1
          : Math.max(length(row + 1, column), length(row, column + 1));
    }
  }
  const [mine, its] = [new Set<number>(), new Set<number>()];
  for (let row = 0, column = 0; row < one.length && column < other.length; ) {
    if (one[row] === other[column]) {
      mine.add(row++);
      its.add(column++);
    } else if (length(row + 1, column) >= length(row, column + 1)) row += 1;
    else column += 1;
  }
  return [mine, its];
}

/** E-mail addresses or names: the characters that both have in one order. */
export function piecesOfText(order: string, entry: string): Pieces {
  const fold = (text: string) => text.toLowerCase().slice(0, 254);
  const [mine, its] = pairedCharacters(fold(order), fold(entry));
  return [runsOf(order, (at) => mine.has(at)), runsOf(entry, (at) => its.has(at))];
}

const isDigit = /[\d０-９]/;

/**
 * Phones that differ in one digit, digit by digit from the end: +81 90 and 090 begin alike. What is
 * no digit goes with its neighbour.
 */
export function piecesOfPhones(order: string, entry: string): Pieces {
  const digits = (text: string) => [...text.normalize('NFKC').replace(/\D/g, '')].reverse();
  const [mine, its] = [digits(order), digits(entry)];
  const compared = Math.min(mine.length, its.length) - 1;
  const runs = (text: string, own: readonly string[]) => {
    let left = own.length;
    let agrees = true;
    return runsOf(text, (at) => {
      if (!isDigit.test(text.charAt(at))) return agrees;
      left -= 1;
      agrees = left >= compared || mine[left] === its[left];
      return agrees;
    });
  };
  return [runs(order, mine), runs(entry, its)];
}

function agreeingParts(one: AddressParts, other: AddressParts): (piece: AddressPiece) => boolean {
  const same: Readonly<Record<AddressPiece['part'], boolean>> = {
    prefecture:
      (one.prefecture ?? one.postalPrefecture) === (other.prefecture ?? other.postalPrefecture),
    city: one.city === other.city,
    town: one.town === other.town,
    block: one.block !== '' && one.block === other.block,
    building: one.building !== '' && one.building === other.building,
    room: one.room !== '' && one.room === other.room,
  };
  return ({ part }) => same[part];
}

/** Prefecture, city, town, block, building and room, each in its side's own spelling. */
export function piecesOfAddresses(order: AddressFacts, entry: AddressFacts): Pieces {
  const [mine, its] = [readAddress(order), readAddress(entry)];
  const agrees = agreeingParts(mine, its);
  const marked = (pieces: readonly AddressPiece[]) =>
    pieces.map((piece) => ({ text: piece.text, agrees: agrees(piece) }));
  return [marked(addressPieces(order, mine)), marked(addressPieces(entry, its))];
}
