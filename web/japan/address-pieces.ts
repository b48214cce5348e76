import { type AddressLines, type AddressParts, readAddress } from './address-parts.ts';
import { prefectureName } from './prefectures.ts';

export type AddressPart = 'prefecture' | 'city' | 'town' | 'block' | 'building' | 'room';

/** One part of an address as it was typed; the texts one after the other are the whole address. */
export interface AddressPiece {
  readonly part: AddressPart;
  readonly text: string;
}

/** Shortest beginning of `text` that fulfils the condition, or -1. */
function shortest(text: string, fits: (beginning: string) => boolean): number {
  for (let length = 1; length <= text.length; length += 1) {
    if (fits(text.slice(0, length))) return length;
  }
  return -1;
}

/** Where the room begins: the shortest end of the text that is read as this room. */
function startOfRoom(rest: string, room: string): number {
  if (room === '') return rest.length;
  for (let at = rest.length - 1; at >= 0; at -= 1) {
    const read = readAddress({ city: '例示市', address1: `町1-2-3 ${rest.slice(at)}` });
    if (read.room === room && read.building === '') return at;
  }
  return rest.length;
}

/** House numbers in any spelling, at the end of a text. */
const lastNumbers = /[\d０-９〇一二三四五六七八九十百千丁目番地号割のノ之ー‐−–—－\s-]*$/;
const anyWord = /[\p{L}\p{N}]/u;

/** The city where it stands in front of the town, and not in a field of its own. */
function splitCity(lines: AddressLines, parts: AddressParts, typed: string): AddressPiece[] {
  const city = parts.city;
  const end =
    lines.city || city === ''
      ? 0
      : shortest(
          typed,
          (address1) => readAddress({ ...lines, address1, address2: '' }).city === city,
        );
  if (end <= 0) return splitAfterCity(lines, parts, typed, '');
  const [before, after] = [typed.slice(0, end), typed.slice(end)];
  return [{ part: 'city', text: before }, ...splitAfterCity(lines, parts, after, before)];
}

function splitAfterCity(
  lines: AddressLines,
  parts: AddressParts,
  typed: string,
  city: string,
): AddressPiece[] {
  const read = (text: string) => readAddress({ ...lines, address1: city + text, address2: '' });
  const endOfBlock =
    parts.block === '' ? -1 : shortest(typed, (text) => read(text).block === parts.block);
  if (endOfBlock < 0) return [{ part: 'town', text: typed }];
  const unit = /^\s*(?:番地|番|号)(?![室棟館])/.exec(typed.slice(endOfBlock))?.[0].length ?? 0;
  const block = endOfBlock + unit;
  const endOfTown = shortest(typed.slice(0, endOfBlock), (text) => {
    const { town, block: none } = read(text);
    return town === parts.town && none === '';
  });
  const town = endOfTown >= 0 ? endOfTown : typed.slice(0, endOfBlock).search(lastNumbers);
  const rest = typed.slice(block);
  const room = startOfRoom(rest, parts.room);
  const building = rest.slice(0, room);
  const marks = anyWord.test(building) ? '' : building;
  return [
    { part: 'town', text: typed.slice(0, town) },
    { part: 'block', text: typed.slice(town, block) + marks },
    { part: 'building', text: building.slice(marks.length) },
    { part: 'room', text: rest.slice(room) },
  ];
}

/** An address part by part, in its own spelling. For showing: it reads the address many times. */
export function addressPieces(lines: AddressLines, parts = readAddress(lines)): AddressPiece[] {
  const name = parts.prefecture ? prefectureName(parts.prefecture) : '';
  const withoutName = (text: string) =>
    name && text.startsWith(name) ? text.slice(name.length).trimStart() : text;
  const city = withoutName((lines.city ?? '').trim());
  const first = withoutName((lines.address1 ?? '').trim());
  const typed = [first, (lines.address2 ?? '').trim()].filter(Boolean).join(' ');
  const pieces: AddressPiece[] = [
    { part: 'prefecture', text: name },
    { part: 'city', text: city },
    ...splitCity(lines, parts, typed),
  ];
  return pieces.filter(({ text }) => text !== '');
}
