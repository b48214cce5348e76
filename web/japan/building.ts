import { readNumeral } from './address-text.ts';

/** What stands after the house number. */
export interface Room {
  /** Room with floor and wing, in one spelling: 401, B-1105, W-1203, 3F. */
  readonly room: string;
  /** Name of the building without spaces and marks. */
  readonly building: string;
  /** A trailing code that is no room, such as a forwarding service's member number. */
  readonly code: string;
  /** All of it, one token a word: for 気付, 方 and the like. */
  readonly tail: string;
}

const roomShape =
  /^#?(?:(?:PH|[A-Z])-?\d{1,4}[A-Z]?|\d{1,5}[A-Z]?|\d{1,2}-\d{1,5}|[A-Z]-?\d{1,2}-\d{1,4}|\d{1,4}-[A-Z]|B?\d{1,2}F(?:-?\d{1,4}[A-Z]?|-?[A-Z])?|[A-Z])$/;
const lastRun = /(?<![0-9A-Z#-])([0-9A-Z#-]*\d[0-9A-Z#-]*|#?[A-Z])(号室|号|室|階)?\s*$/;
const wing =
  /(?:((?<![A-Z])[A-Z]{1,2}|(?<=[A-Z]{3})[A-Z]|(?<!\d)\d{1,2})(?:号棟|号館|棟|館)|([東西南北中本新別])[棟館])\s*$/;
const floor = /(?<![A-Z0-9])(B?\d{1,2})(?:F|階)\s*$/;

/** II301 of 例示ハイツⅡ301. */
const romanAndRoom = /^(?:I{2,3}|IV|VI{1,3}|IX)\d{3,4}$/;
/** APT101, RM1203, TEL0312345678: a word that says what the number is. */
const namedNumber = /^(?:APT|RM|ROOM|NO|UNIT|STE|FL|TEL|FAX|BLDG)\d/;

/** At least five characters with two letters and three digits: 会員番号 as forwarders give them. */
export function isMemberCode(token: string): boolean {
  const plain = token.replace(/[#-]/g, '');
  if (plain.length < 5 || plain.length > 14 || !/^[0-9A-Z]+$/.test(plain)) return false;
  const letters = plain.replace(/\d/g, '');
  const digits = plain.length - letters.length;
  if (letters.length < 2 || digits < 3 || roomShape.test(token)) return false;
  if (namedNumber.test(plain) || romanAndRoom.test(plain)) return false;
  return !isNamedRoom(plain, letters, digits);
}

/** COURT401, NOWA907: a building's name with its room glued on, not a member number. */
function isNamedRoom(plain: string, letters: string, digits: number): boolean {
  if (letters.length < 4 || digits > 4 || !/^[A-Z]+\d+$/.test(plain)) return false;
  return (
    /COURT|HEIGHT|HILL|TOWER|PALACE|MAISON|PLAZA|HOUSE|VILL|PARK|CITY|GRAND|GARDEN|RESID|BLDG|ROOM|FLOOR|FLAT/.test(
      letters,
    ) || /^(?:N(?![AIUEOY])|[KSTNHMYRWGZDBPJFVC]?[HSY]?[AIUEO])+$/.test(letters)
  );
}

interface Cut {
  readonly left: string;
  readonly taken: string;
}

const nothing: Room = { room: '', building: '', code: '', tail: '' };
const anyMarker = /[棟館階F]/;
/** APT 101, ROOM#101, No.101: the word says what the number is and is no part of it. */
const roomWord = /(?<![A-Z])(?:APT|RM|ROOM|NO|UNIT|STE)[.:#\s]*(?=[A-Z]?-?\d)/g;
/** 例示荘二〇一 */
const kanjiRoom = /(?<![〇一二三四五六七八九])[〇一二三四五六七八九]{3,4}$/;
/** Whose house it is stands behind the room: 101 田中様方, 101号室 例示病院気付. */
const careOf = /\s*[^\s\d]*(?:様方|気付|御中|様|方)$/;
const anyCareOf = /[方付中様]$/;
/** EXAMPLE101: a name in letters with its room behind it. */
const lettersThenRoom = /^#?([A-Z]{2,})[#-]?((?:\d{1,2}-)?\d{1,4}[A-Z]?)$/;
/** 101号室 and 2F in front of the building's name or of a shop's. */
const roomInside = /(?<![0-9A-Z-])([A-Z]?-?\d[0-9A-Z-]*?)(号室|室|階|F(?![A-Z])|-(?=\s))/;
const roomFirst = /^(\d{3,4}) (?=\S)/;

const spelt = (text: string): string =>
  anyFloor.test(text)
    ? text
        .replace(/地下(\d+)(?:階|F)/g, 'B$1F')
        .replace(/地階|地下階/g, 'B1F')
        .replace(kanjiRoom, (digits) => `${readNumeral(digits)}`)
        .replace(roomWord, ' ')
        .replace(romanNumber, '$1 ')
        .replace(/(?<=\d) (?=(?:F|階)$)/, '')
    : text;
const anyFloor = /[地〇一二三四五六七八九]|APT|RM|ROOM|NO|UNIT|STE|II|IV|VI|IX|\d (?:F|階)$/;
/** 例示ハイツⅡ301: which of the houses, and a room in it. */
const romanNumber = /(?<![A-Z])(I{2,3}|IV|VI{1,3}|IX)(?=-?\d{3,4}(?!\d))/g;

/** The room at the end of the text, and how its unit is written. */
function lastRoom(text: string): Cut | null {
  const run = lastRun.exec(text);
  const token = run?.[1]?.replace(/^-+(?=.)/, '');
  if (!run || !token) return null;
  const left = text.slice(0, run.index);
  const glued = lettersThenRoom.exec(token);
  if (glued && (run[2] || (glued[1] ?? '').length > 2) && !/^PH/.test(token)) {
    return { left: left + glued[1], taken: glued[2] ?? '' };
  }
  if (!roomShape.test(token) && !run[2]) return null;
  return { left, taken: `${token}${run[2] === '階' ? 'F' : ''}` };
}

function roomAnywhere(text: string): Cut | null {
  const found = roomInside.exec(text) ?? roomFirst.exec(text);
  if (!found) return null;
  const isFloor = found[2] === '階' || found[2] === 'F';
  const left = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
  return { left: left.trim(), taken: `${found[1]}${isFloor ? 'F' : ''}` };
}

/** Wing and floor in front of the room: 東棟101, A棟1階. */
function cutMarkers({ left, taken }: Cut): Cut {
  for (const marker of anyMarker.test(left) ? [wing, floor] : []) {
    const found = marker.exec(left);
    if (!found) continue;
    left = left.slice(0, found.index);
    taken = `${found[1] ?? found[2]}${marker === floor ? 'F' : ''}-${taken}`;
  }
  return { left: left.trimEnd(), taken };
}

function cutRoom(text: string): Cut {
  const plain = anyCareOf.test(text) ? text.replace(careOf, '') : text;
  const room = lastRoom(text) ?? (plain === text ? null : lastRoom(plain));
  const marked = cutMarkers(room ?? { left: text, taken: '' });
  return marked.taken === '' ? (roomAnywhere(text) ?? marked) : marked;
}

function cutCode(text: string): Cut {
  const token = lettersAndDigits.test(text) ? lastToken.exec(text) : null;
  if (!token?.[1] || !isMemberCode(token[1])) return { left: text, taken: '' };
  return { left: text.slice(0, token.index).trimEnd(), taken: token[1] };
}

const lettersAndDigits = /[A-Z].*\d|\d.*[A-Z]/;
const lastToken = /(?<![0-9A-Z#-])([0-9A-Z#-]+)\s*$/;

/** B1105, B-1105 and #B-1105号室 are one room; room 301 is on the third floor without saying so. */
function oneSpelling(room: string): string {
  if (/^(?:[1-9]\d*)?$/.test(room)) return room;
  return room
    .replace(/#/g, '')
    .replace(/(?<=[A-EG-Z])(?=\d)|(?<=\d)(?=[A-EG-Z])/g, '-')
    .replace(/(?<!\d)0+(?=\d)/g, '')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '')
    .replace(/(?<![\dB])(\d{1,2})F-(?=\1\d\d(?!\d))/g, '');
}

/** Takes room, member code and building's name out of the text after the block. */
export function splitBuilding(rest: string): Room {
  const tail = rest.replace(/^[\s-]+|[\s-]+$/g, '');
  if (tail === '') return nothing;
  const codeFirst = cutCode(tail);
  const room = cutRoom(spelt(codeFirst.left));
  const code = codeFirst.taken || cutCode(room.left).taken;
  const name = codeFirst.taken ? room.left : cutCode(room.left).left;
  return {
    room: oneSpelling(room.taken),
    building: name.replace(/[\s\-#.'&]/g, ''),
    code,
    tail,
  };
}
