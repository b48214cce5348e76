import { expect, test } from 'vitest';
import { forwarderNames } from '../../web/japan/data/forwarders.ts';
import { placePatterns } from '../../web/japan/data/place-patterns.ts';
import { placeWords } from '../../web/risk/place-words.ts';
import { startingWith } from '../support/first-letters.ts';

const eitherOf = (patterns: readonly RegExp[]) => patterns.map(({ source }) => source).join('|');
const heldAtCounter = /局留|営業所留|営業所止|センター止|センター留|店留|支店止/;

test.each([
  ['forwarder', eitherOf(forwarderNames.map(({ pattern }) => pattern))],
  [
    'depot',
    eitherOf([placeWords.warehouse, placeWords.privateMailbox, placeWords.locker, heldAtCounter]),
  ],
  ['hotel', eitherOf([placeWords.hotel, placeWords.shortStay, placeWords.netCafe])],
] as const)('the checkout knows a %s by the same words as the judgement', (kind, source) => {
  expect(placePatterns[kind].source).toBe(startingWith(source));
});
