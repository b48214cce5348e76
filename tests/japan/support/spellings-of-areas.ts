import { joined, lines, type Spelling, town, units } from './spelling.ts';

/** Ways of writing prefecture and city, and which field they stand in. */
export const areaSpellings: Spelling[] = [
  {
    rule: 'no prefecture: the postal code tells it',
    applies: ({ at }) => !['4980000', '6180000', '8710000'].includes(at.zip),
    write: (place) => lines(place, { provinceCode: '' }),
  },
  {
    rule: 'prefecture in the city field',
    write: (place) =>
      lines(place, { provinceCode: '', city: `${place.at.prefectureName}${place.at.city}` }),
  },
  {
    rule: 'everything in the first line',
    write: (place) => {
      const { at } = place;
      const address1 = `${at.prefectureName}${at.city}${at.town}${joined(place, '-')}`;
      return lines(place, { provinceCode: '', city: '', address1 });
    },
  },
  {
    rule: 'city in the first line',
    write: (place) =>
      lines(place, { city: '', address1: `${place.at.city}${place.at.town}${units(place)}` }),
  },
  {
    rule: 'prefecture, city and town apart by spaces',
    write: (place) => {
      const { at } = place;
      return lines(place, {
        address1: `${at.prefectureName} ${at.city} ${at.town} ${joined(place, '-')}`,
      });
    },
  },
  {
    rule: 'city in both lines',
    write: (place) => lines(place, { address1: `${place.at.city}${place.at.town}${units(place)}` }),
  },
  {
    rule: '郡 left out',
    applies: ({ at }) => /郡.+[町村]$/.test(at.city) && !/市$/.test(at.city),
    write: (place) => lines(place, { city: place.at.city.replace(/^.+?郡(?=.+[町村]$)/, '') }),
  },
  {
    rule: '郡 in the first line only',
    applies: ({ at }) => /郡.+[町村]$/.test(at.city) && !/市$/.test(at.city),
    write: (place) =>
      lines(place, {
        city: place.at.city.replace(/^.+?郡(?=.+[町村]$)/, ''),
        address1: `${place.at.city}${place.at.town}${units(place)}`,
      }),
  },
  {
    rule: 'ward in the first line',
    applies: ({ at }) => /市.+区$/.test(at.city),
    write: (place) => {
      const [, city = '', ward = ''] = /^(.+?市)(.+区)$/.exec(place.at.city) ?? [];
      return lines(place, { city, address1: `${ward}${place.at.town}${units(place)}` });
    },
  },
  { rule: '大字', write: town((name) => `大字${name}`) },
  { rule: '字', applies: ({ at }) => !/^字/.test(at.town), write: town((name) => `字${name}`) },
  {
    rule: 'postal code in the first line',
    write: (place) =>
      lines(place, {
        address1: `〒${place.at.zip.slice(0, 3)}-${place.at.zip.slice(3)} ${place.at.prefectureName}${place.at.city}${place.at.town}${units(place)}`,
      }),
  },
];
