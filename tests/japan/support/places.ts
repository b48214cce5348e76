import type { PlaceOf } from './spelling.ts';
import type { Town } from './towns.ts';

const buildings = [
  ...['例示ハイツ', 'コーポ見本', 'グランドメゾン例示', '例示荘', '第2例示ビル', 'EXAMPLE COURT'],
  ...['サンプル・パーク', '例示マンション', 'メゾン・ド・見本', '例示団地'],
];
const wings = ['A', 'B', 'C', '1', '2'];

/** Nobody writes a house number straight after 第3, or a 丁目 after 六丁目: these towns have 番地. */
export const takesNumbers = ({ town }: Town): boolean => !/[0-9０-９]$/.test(town);

/** A place in the town as many are: two of three have a 丁目, three of four a room. */
export function placeIn(at: Town, draw: (below: number) => number): PlaceOf {
  const isChome = draw(3) > 0 && !at.town.includes('丁目');
  const numbers = isChome
    ? [1 + draw(9), 1 + draw(40), 1 + draw(30)].slice(0, draw(6) === 0 ? 2 : 3)
    : [1 + draw(3000), 1 + draw(20)].slice(0, 1 + draw(2));
  const hasRoom = draw(4) > 0;
  const wing = hasRoom && draw(4) === 0 ? (wings[draw(wings.length)] ?? '') : '';
  const building = buildings[draw(buildings.length)] ?? '';
  return {
    at,
    numbers,
    isChome,
    building,
    wing,
    room: hasRoom ? `${1 + draw(12)}0${1 + draw(9)}` : '',
  };
}

const nearBlocks = [
  ...[
    [1, 2, 3],
    [3, 2, 1],
    [1, 3, 2],
    [2, 1, 3],
    [11, 2, 3],
    [1, 22, 3],
    [1, 2, 33],
    [1, 2, 13],
  ],
  ...[
    [1, 23],
    [12, 3],
    [1, 2],
    [2, 1],
    [2, 13],
    [21, 3],
    [1, 2, 30],
    [1, 20, 3],
  ],
];
const nearRooms = [
  ...['', '101', '102', '110', '201', '1101', '1', '2', '3', '33'],
  ...['A-101', 'B-101', '1-101', '2-101', 'A-102'],
];

/** Blocks and rooms of one town that a careless reader takes for one another. */
export const nearMisses = (at: Town): PlaceOf[] =>
  nearBlocks.flatMap((numbers) =>
    nearRooms.map((name): PlaceOf => {
      const [wing = '', room = ''] = name.includes('-') ? name.split('-') : ['', name];
      return { at, numbers, isChome: true, building: '例示ハイツ', wing, room };
    }),
  );
