import {
  block,
  endsInWord,
  hasThree,
  inBuilding,
  isChome,
  joined,
  kanji,
  lines,
  type PlaceOf,
  positional,
  type Spelling,
  units,
  wide,
} from './spelling.ts';

const hyphens = ['-', '－', '‐', '‑', '–', '—', '―', '−', 'ー', 'ｰ', '─', '━', '一', '～'];

/** Ways of writing house numbers. */
export const blockSpellings: Spelling[] = [
  ...hyphens.map((mark) => ({
    rule: `numbers joined by ${mark} (U+${mark.charCodeAt(0).toString(16)})`,
    applies: ({ numbers }: PlaceOf) => numbers.length > 1,
    write: block((place) => joined(place, mark)),
  })),
  {
    rule: 'full width, joined by －',
    write: block((place) => joined(place, '－', (n) => wide(`${n}`))),
  },
  { rule: 'full width with units', write: block((place) => wide(units(place))) },
  {
    rule: 'kanji numerals with units',
    applies: endsInWord,
    write: block((place) => units(place, kanji)),
  },
  {
    rule: 'positional kanji with units',
    applies: endsInWord,
    write: block((place) => units(place, positional)),
  },
  {
    rule: 'kanji numerals joined by －',
    applies: (place) => place.numbers.length > 1 && endsInWord(place),
    write: block((place) => joined(place, '－', kanji)),
  },
  { rule: 'joined by の', applies: hasThree, write: block((place) => joined(place, 'の')) },
  { rule: 'joined by ノ', applies: hasThree, write: block((place) => joined(place, 'ノ')) },
  {
    rule: '丁目 and hyphens',
    applies: (place) => isChome(place) && hasThree(place),
    write: block(({ numbers: [a, b, c] }) => `${a}丁目${b}-${c}`),
  },
  {
    rule: 'kanji 丁目 and hyphens',
    applies: (place) => isChome(place) && hasThree(place) && endsInWord(place),
    write: block(({ numbers: [a = 0, b, c] }) => `${kanji(a)}丁目${b}－${c}`),
  },
  {
    rule: '丁目, 番地 and no 号',
    applies: (place) => isChome(place) && hasThree(place),
    write: block(({ numbers: [a, b, c] }) => `${a}丁目${b}番地${c}`),
  },
  {
    rule: '番地の',
    applies: ({ numbers }) => numbers.length > 1,
    write: block(({ numbers: [a, b, c] }) =>
      c === undefined ? `${a}番地の${b}` : `${a}丁目${b}番地の${c}`,
    ),
  },
  {
    rule: '番 without 号',
    applies: hasThree,
    write: block(({ numbers: [a, b, c] }) => `${a}丁目${b}番${c}`),
  },
  {
    rule: 'hyphens after units',
    applies: (place) => isChome(place) && hasThree(place),
    write: block(({ numbers: [a, b, c] }) => `${a}丁目-${b}番-${c}号`),
  },
  {
    rule: 'units apart by spaces',
    write: block(({ numbers: [a, b, c], isChome: chome }) =>
      chome
        ? ` ${a} 丁目 ${b ?? ''}${b === undefined ? '' : ' 番 '}${c === undefined ? '' : `${c} 号`}`
        : ` ${a} 番地${b === undefined ? '' : ` ${b}号`}`,
    ),
  },
  {
    rule: 'hyphens between spaces',
    applies: hasThree,
    write: block((place) => joined(place, ' - ')),
  },
  {
    rule: 'leading zeros',
    write: block((place) => joined(place, '-', (n) => `${n}`.padStart(2, '0'))),
  },
  { rule: 'a space before the number', write: block((place) => `　${joined(place, '-')}`) },
  {
    rule: '丁目 in the first line, the rest in the second',
    applies: (place) => isChome(place) && hasThree(place),
    write: (place) =>
      lines(place, {
        address1: `${place.at.town}${place.numbers[0]}丁目`,
        address2: `${place.numbers[1]}-${place.numbers[2]} ${inBuilding(place)}`,
      }),
  },
  {
    rule: 'numbers in the second line',
    applies: ({ numbers }) => numbers.length > 1,
    write: (place) =>
      lines(place, {
        address1: place.at.town,
        address2: `${joined(place, '-')} ${inBuilding(place)}`,
      }),
  },
];
