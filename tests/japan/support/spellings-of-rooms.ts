import {
  hasRoom,
  hasThree,
  joined,
  lines,
  plainRoom,
  positional,
  room,
  roomNumber,
  type Spelling,
  units,
  wide,
} from './spelling.ts';

/** Ways of writing building, wing and room. */
export const roomSpellings: Spelling[] = [
  {
    rule: '号室 after a space',
    applies: plainRoom,
    write: room(({ building, room: n }) => `${building} ${n}号室`),
  },
  {
    rule: 'room without 号室',
    applies: plainRoom,
    write: room(({ building, room: n }) => `${building}${n}`),
  },
  {
    rule: 'room with 号',
    applies: plainRoom,
    write: room(({ building, room: n }) => `${building}${n}号`),
  },
  {
    rule: 'room with 室',
    applies: plainRoom,
    write: room(({ building, room: n }) => `${building}${n}室`),
  },
  {
    rule: 'room after #',
    applies: plainRoom,
    write: room(({ building, room: n }) => `${building} #${n}`),
  },
  {
    rule: 'room after ＃',
    applies: plainRoom,
    write: room(({ building, room: n }) => `${building}＃${wide(n)}`),
  },
  {
    rule: 'room after －',
    applies: plainRoom,
    write: room(({ building, room: n }) => `${building}－${n}`),
  },
  {
    rule: 'room in full width',
    applies: plainRoom,
    write: room(({ building, room: n }) => `${building}${wide(n)}号室`),
  },
  {
    rule: 'room in kanji',
    applies: plainRoom,
    write: room(({ building, room: n }) => `${building}${positional(n)}号室`),
  },
  { rule: 'room alone', applies: plainRoom, write: room(({ room: n }) => n) },
  { rule: '号室 alone', applies: plainRoom, write: room(({ room: n }) => `${n}号室`) },
  { rule: '-room alone', applies: plainRoom, write: room(({ room: n }) => `－${n}`) },
  {
    rule: 'Room',
    applies: plainRoom,
    write: room(({ building, room: n }) => `${building} Room ${n}`),
  },
  {
    rule: 'No.',
    applies: plainRoom,
    write: room(({ building, room: n }) => `${building} No.${n}`),
  },
  {
    rule: 'floor before the room',
    applies: (place) => plainRoom(place) && /^[1-9]\d\d$/.test(place.room),
    write: room(({ building, room: n }) => `${building} ${n[0]}F ${n}号室`),
  },
  {
    rule: '様方 after the room',
    applies: plainRoom,
    write: room(({ building, room: n }) => `${building}${n}号室 田中様方`),
  },
  {
    rule: '方 after the room',
    applies: plainRoom,
    write: room(({ building, room: n }) => `${building} ${n} 田中方`),
  },
  {
    rule: '気付 after the room',
    applies: plainRoom,
    write: room(({ building, room: n }) => `${building}${n}号室 例示病院気付`),
  },
  {
    rule: 'building in brackets',
    applies: plainRoom,
    write: room(({ building, room: n }) => `（${building}）${n}号室`),
  },
  {
    rule: 'room before the building',
    applies: plainRoom,
    write: room(({ building, room: n }) => `${n}号室 ${building}`),
  },
  {
    rule: 'room joined to the numbers',
    applies: (place) => plainRoom(place) && hasThree(place),
    write: (place) =>
      lines(place, {
        address1: `${place.at.town}${joined(place, '-')}-${place.room}`,
        address2: '',
      }),
  },
  {
    rule: 'room joined to the numbers, then the building',
    applies: (place) => plainRoom(place) && hasThree(place),
    write: (place) =>
      lines(place, {
        address1: `${place.at.town}${joined(place, '-')}-${place.room}`,
        address2: place.building,
      }),
  },
  {
    rule: 'room joined to the numbers with 号室',
    applies: (place) => plainRoom(place) && hasThree(place),
    write: (place) =>
      lines(place, {
        address1: `${place.at.town}${joined(place, '-')}-${place.room}号室`,
        address2: '',
      }),
  },
  {
    rule: '号 and the room',
    applies: (place) => plainRoom(place) && hasThree(place),
    write: (place) =>
      lines(place, { address1: `${place.at.town}${units(place)}${place.room}`, address2: '' }),
  },
  {
    rule: 'building behind the numbers without a space',
    applies: (place) => hasRoom(place) && !(place.wing && /[A-Z]$/.test(place.building)),
    write: (place) =>
      lines(place, {
        address1: `${place.at.town}${joined(place, '-')}${place.building}${roomNumber(place)}`,
        address2: '',
      }),
  },
  {
    rule: 'wing and room',
    applies: ({ wing }) => wing !== '',
    write: room(({ building, wing, room: n }) => `${building} ${wing}-${n}`),
  },
  {
    rule: 'wing棟 room',
    applies: ({ wing }) => wing !== '',
    write: room(({ building, wing, room: n }) => `${building} ${wide(wing)}棟 ${n}`),
  },
  {
    rule: 'wing glued to the room',
    applies: ({ wing, building }) => /[A-Z]/.test(wing) && !/[A-Z]$/.test(building),
    write: room(({ building, wing, room: n }) => `${building}${wing}${n}`),
  },
  {
    rule: 'wing as 号棟',
    applies: ({ wing }) => /\d/.test(wing),
    write: room(({ building, wing, room: n }) => `${building}${wing}号棟${n}号室`),
  },
];
