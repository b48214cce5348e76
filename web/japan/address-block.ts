/** Where the house numbers of a line begin and end. Lines are in normaliseAddressLine's spelling. */
export interface Block {
  readonly before: string;
  /** As they stand: `1丁2-3`, `22割5-1`. */
  readonly numbers: string;
  readonly after: string;
}

/** Words after which a number is a room. */
const buildingWord =
  /ハイツ|ハイム|マンション|アパート|コーポ|ビル|レジデンス|タワー|メゾン|パレス|コート|ハウス|ヒルズ|プラザ|ヴィラ|カーサ|サンハイ|ドミトリ|号棟|[A-Z]{4}/;
/** Towns end in these as well (武庫之荘, 若槻団地): a building where it is a word of its own. */
const buildingEnd = /\s\S*(?:荘|寮|団地|住宅)\s*$/;
const numbers = /\d+(?:[丁割-]\d+)*[丁割-]?/g;

/** 北1条西, 3線, 一番町, 12区, 8町目, 4号地: the number is part of a town's name. */
const townUnit = /^(?:条|線|番[町丁割]|区|町[目内]|号[地東西南北])/;
/** 6本木1-2, 24軒4条西: a name goes on and a proper block or another part of the name follows. */
const nameBeforeBlock = /^([一-鿿々ノケツ]{1,5})\d+(?:[丁割-]|条)/;
/** 3丁南5-2, 15割字下野8: a quarter's number inside the name of the town. */
const nameAfterQuarter = /^([一-鿿々ノケツ]{1,8})\s?\d+(?!\d|-?\d*(?:号[室棟館]|室|階|F))/;
/** For the test that puts them together of their parts. */
export const blockPatterns = { nameBeforeBlock, nameAfterQuarter } as const;
/** 下ル2丁目: so far down the street. */
const kyotoWay = /(?:[上下](?:る|ル|がる)|[東西]入(?:る|ル)?)$/;
const smallBuilding = /荘|寮|団地|住宅|棟|館/;

function isInName(before: string, run: string, after: string): boolean {
  const isPlain = /^\d+$/.test(run);
  const isQuarter = /^\d+[丁割]$/.test(run);
  if (isPlain && townUnit.test(after)) return true;
  /** 晩生内第3 1309-2, 第10新田 1261 */
  if (isPlain && before.endsWith('第') && /^[一-鿿々]{0,5}\s+\d/.test(after)) return true;
  if (isQuarter && kyotoWay.test(before)) return true;
  if (/^\d+-?$/.test(run) && /[東西南北]$/.test(before) && /^[東西南北]\d/.test(after)) return true;
  const name = (isPlain ? nameBeforeBlock : isQuarter ? nameAfterQuarter : null)?.exec(after)?.[1];
  return name !== undefined && !smallBuilding.test(name);
}

const roomUnit = /^(?:号[室棟館]|室|階(?![一-鿿々])|F(?![A-Z])|棟)/;

/** Three numbers, small ones, or a 番地 of three digits in front: no wing and room look so. */
const surelyBlock = /^\d+[丁割-]\d+[丁割-]\d|^\d{1,2}(?:[丁割-]\d{1,2})*[丁割-]?$|^\d{3,}-\d/;

/** グリーンハイツ5-2 is a town's block, 例示ハイツ2-401 and 例示荘 12 are rooms. */
function isRoom(before: string, run: string): boolean {
  const isBlock = /[丁割-]/.test(run) && surelyBlock.test(run);
  if (buildingWord.test(before)) return !isBlock;
  return /^\d+$/.test(run) && buildingEnd.test(before);
}

/** 1-2-3-101 before 号室: the last number belongs to what follows. */
function cutRoom(block: Block): Block | null {
  const last = /^(.*[丁割-])(\d+)$/.exec(block.numbers);
  return last ? { ...block, numbers: last[1] ?? '', after: `${last[2]}${block.after}` } : null;
}

/**
 * The first run of numbers that is neither part of the town's name (北1条) nor a room.
 * @param certain only what shows by a hyphen or a unit that it is a block
 */
function findBlock(line: string, certain: boolean): Block | null {
  numbers.lastIndex = 0;
  for (let found = numbers.exec(line); found; found = numbers.exec(line)) {
    const run = found[0];
    const after = line.slice(found.index + run.length);
    const before = line.slice(0, found.index);
    if (isInName(before, run, after)) continue;
    if (isRoom(before, run)) return null;
    const block = { before, numbers: run, after };
    const whole = roomUnit.test(after) ? cutRoom(block) : block;
    return whole && certain && !/[丁割-]/.test(whole.numbers) ? null : whole;
  }
  return null;
}

/** 3丁目塩越 on one line and 1512-9 on the next: the 丁目 stands inside the town's name. */
const isQuarterInName = ({ numbers: run, after }: Block, second: string): boolean =>
  /^\d+[丁割]$/.test(run) && after.trim() !== '' && /^\d+-/.test(second);

/** The block of an address in two lines. */
export function findBlockInLines(first: string, second: string): Block | null {
  const inFirst = findBlock(first, false);
  if (inFirst && isQuarterInName(inFirst, second)) {
    const joined = findBlock(`${first}${second}`, false);
    if (joined) return joined;
  }
  if (inFirst) return joinSecondLine(inFirst, second);
  const inSecond = findBlock(second, true);
  return inSecond && { ...inSecond, before: first + inSecond.before };
}

/** 丸の内一丁目 on one line and 9-1 on the next; a bare number there would be a room. */
function joinSecondLine(block: Block, second: string): Block {
  const more = /^\d+(?:-\d+)*-?/.exec(second)?.[0] ?? '';
  const isQuarter = /^\d+[丁割]$/.test(block.numbers) && more.includes('-');
  /** 2番 on one line and 3号 on the next. */
  const isHalf = block.numbers.endsWith('-') && /^\d{1,2}-$/.test(more);
  if ((!isQuarter && !isHalf) || block.after.trim()) {
    return { ...block, after: `${block.after} ${second}` };
  }
  return { ...block, numbers: block.numbers + more, after: second.slice(more.length) };
}

/** 23番地イ, 23-ロ-5, 23番地イの5: a letter of the land register that no building's name begins with. */
const letterPart =
  /^[-ノの]?([イロハニホヘトチリヌルヲ甲乙丙丁])(?:(?=[のノ]\d)|(?![ァ-ヶー一-鿿々ぁ-ん]))(?:[-のノ]?(\d+(?:-\d+)*)-?)?/;

/** Numbers as `1-2-3`, a letter of the land register with them, and what is left of the line. */
export function readHouse(block: Block): { house: string; rest: string } {
  const house = block.numbers.replace(/[丁割]/g, '-').replace(/-+$/, '');
  const letter = letterPart.exec(block.after);
  if (!letter) return { house: withoutZeros(house), rest: block.after.replace(/^号/, '') };
  const more = letter[2] ? `-${letter[2]}` : '';
  return {
    house: withoutZeros(`${house}-${letter[1]}${more}`),
    rest: block.after.slice(letter[0].length),
  };
}

const withoutZeros = (house: string) => house.replace(/(?<!\d)0+(?=\d)/g, '');

/**
 * A fourth number is a room, as is a third of three digits, since no quarter has 100 house numbers;
 * where the room is told apart, a fourth number goes in front of it: 1-2-3-4 室101 and 1-2-3-4-101 are one.
 */
export function splitRoomFromBlock(house: string, room: string): { block: string; room: string } {
  if (!house.includes('-')) return { block: house, room };
  const parts = house.split('-');
  const isGlued = room === '' && parts.length === 3 && /^\d{3,}$/.test(parts[2] ?? '');
  const roomAt = isGlued ? 2 : 3;
  const extra = parts.slice(roomAt);
  return {
    block: parts.slice(0, roomAt).join('-'),
    room: [...extra, room].filter(Boolean).join('-'),
  };
}
