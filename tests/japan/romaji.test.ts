import { expect, test } from 'vitest';
import { looseSound, soundOf } from '../../web/japan/romaji.ts';

test.each([
  ['おおの', 'OHNO', 'ONO', 'Ōno', 'OONO'],
  ['いとう', 'ITO', 'ITOH', 'ITOU'],
  ['しんいち', 'SHINICHI', "SHIN'ICHI", 'SINITI'],
  ['ほんま', 'HOMMA', 'HONMA'],
  ['なんば', 'NAMBA', 'NANBA'],
  ['ほっち', 'HOTCHI', 'HOCCHI'],
  ['じゅんいちろう', 'JUNICHIRO', 'JYUNICHIROH', 'ZYUNITIROU'],
  ['つちや', 'TSUCHIYA', 'TUTIYA'],
  ['ゆうき', 'YUKI', 'YUHKI', 'YUUKI'],
  ['おおはし', 'OHASHI', 'OHHASHI'],
  ['しょうじ', 'SHOJI', 'SYOUZI', 'ショージ'],
  ['ジョンソン', 'JOHNSON'],
  ['きっかわ', 'KIKKAWA'],
])('%s is written %s', (kana, ...spellings) => {
  expect(soundOf(kana)).not.toBe('');
  expect(spellings.filter((spelling) => soundOf(spelling) !== soundOf(kana))).toEqual([]);
});

test('different names keep different sounds', () => {
  const sounds = ['さとう', 'さいとう', 'かとう', 'はた', 'はった', 'おおの', 'おの'].map(soundOf);
  expect(new Set(sounds).size).toBe(6);
});

test('kanji and signs have no sound', () => {
  expect(['木村', '123', '', '!?'].map(soundOf)).toEqual(['', '', '', '']);
});

test('voiced and double consonants are one to a loose ear', () => {
  expect(looseSound(soundOf('たかだ'))).toBe(looseSound(soundOf('たかた')));
  expect(looseSound(soundOf('はった'))).toBe(looseSound(soundOf('はた')));
});
