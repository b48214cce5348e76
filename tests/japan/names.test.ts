import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { matchCardholder } from '../../web/japan/cardholder.ts';
import { readFurigana } from '../../web/japan/furigana.ts';
import { isJapaneseInLatin } from '../../web/japan/latin-name.ts';
import { looksRandom } from '../../web/japan/mail-local-part.ts';
import { characterReadings, namesThatSound, readingsOf } from '../../web/japan/name-data.ts';
import { soundOf } from '../../web/japan/romaji.ts';
import { similarity } from '../../web/japan/similar-letters.ts';

describe('the readings', () => {
  test('are those that the dictionary has, written as the app compares them', () => {
    for (const [name, reading] of [
      ['木村', 'きむら'],
      ['渡辺', 'わたなべ'],
      ['東海林', 'しょうじ'],
      ['高橋', 'たかはし'],
      ['長谷川', 'はせがわ'],
      ['佐々木', 'ささき'],
      ['斎藤', 'さいとう'],
      ['五十嵐', 'いがらし'],
    ] as const) {
      expect(readingsOf(name)?.surname).toContain(soundOf(reading));
    }
    expect(readingsOf('大翔')?.given).toContain(soundOf('ひろと'));
    expect(characterReadings('木')).toMatchObject({ on: ['boku', 'moku'] });
  });

  test('are found at both ends of the data, and nothing is found between two lines', () => {
    expect(characterReadings('一')?.on).toContain('iti');
    expect(namesThatSound('zyuri').given).toBeGreaterThan(0);
    expect(namesThatSound('zzzz')).toEqual({ surnames: 0, given: 0 });
    expect([readingsOf(''), readingsOf('木'.repeat(9)), readingsOf('木村\t')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('come with the licence of those who made them', () => {
    const notice = readFileSync(
      new URL('../../web/japan/data/LICENCE-names.md', import.meta.url),
      'utf8',
    );
    expect(notice).toContain('EDRDG');
    expect(notice).toContain('creativecommons.org/licenses/by-sa/4.0');
  });
});

describe('a name on a card', () => {
  test.each([
    ['ICHIRO TANAKA', '田中', '一郎', 'same'],
    ['TANAKA ICHIROU', '田中', '一郎', 'same'],
    ['ICHIROTANAKA', '田中', '一郎', 'same'],
    ['I TANAKA', '田中', '一郎', 'same'],
    ['TANAKA', '田中', '一郎', 'same'],
    ['ヤマダ タロウ', '山田', '太郎', 'same'],
    ['KENJI TAKAHASHI', '髙橋', '健二', 'same'],
    ['HANAKO WATANABE', '渡邊', '花子', 'same'],
    ['MISAKI SAITO', '斎藤', '美咲', 'same'],
    ['KIMURA TARO', '木村太郎', null, 'same'],
    ['TARO KIMURA', '太郎', '木村', 'same'],
    ['MR TARO KIMURA', '木村', '太郎', 'same'],
    ['TARO HASEGAWA', '長谷川', '花子', 'family'],
    ['TARO SUZUKI', '木村', '太郎', 'other'],
    ['ICHIRO SAKAMOTO', '坂田', '一郎', 'other'],
    ['WEI WANG', '王', '偉', 'same'],
    ['LEE JIHO', '李', '智浩', 'same'],
    ['NGUYEN VAN ANH', 'グエン', 'ヴァン アン', 'same'],
    ['CHARLES PARKER', 'パーカー', 'チャールズ', 'same'],
    ['ANNA MÜLLER', 'ミュラー', 'アンナ', 'same'],
    ['PEDRO LOPEZ', 'ガルシア', 'マリア', 'other'],
    ['JOHN A SMITH', 'Smith', 'John', 'same'],
    ['MARY JONES', 'Smith', 'John', 'other'],
    ['木村 太郎', '木村', '太郎', 'same'],
    ['木村 花子', '木村', '太郎', 'family'],
    ['ICHIRO SUZUKI', '例示', '花子', 'unknown'],
    ['ICHIRO SUZUKI', '株式会社木村', '', 'unknown'],
    ['', '木村', '太郎', 'unknown'],
    ['ICHIRO SUZUKI', '', '', 'unknown'],
  ] as const)('%s and %s %s: %s', (card, last, first, expected) => {
    expect(matchCardholder(card, last, first)).toBe(expected);
  });
});

describe('furigana', () => {
  test.each([
    ['きむら たろう', '木村', '太郎', 'usual'],
    ['Kimura Taro', '木村', '太郎', 'usual'],
    ['きそん', '木村', '太郎', 'literal'],
    ['りんぼく いちろう', '鈴木', '一郎', 'literal'],
    ['たなか はなこ', '井上', '花子', 'other'],
    // Nothing shows where the family name ends.
    ['たなか', '井上', '花子', 'unknown'],
    ['こばやしひろと', '小林', '大翔', 'usual'],
    ['おぎはら', '荻原', '', 'usual'],
    ['すずき いちろう', '鈴木一郎', '', 'usual'],
    ['たかばし', '髙橋', '太郎', 'usual'],
    ['123', '木村', '太郎', 'unknown'],
  ] as const)('%s for %s %s: %s', (kana, last, first, expected) => {
    expect(readFurigana(kana, last, first).match).toBe(expected);
  });

  test('keeps the usual reading of the hundred most usual surnames, and of rare ones', () => {
    const usual =
      '佐藤さとう 鈴木すずき 高橋たかはし 田中たなか 伊藤いとう 渡辺わたなべ 山本やまもと 中村なかむら 小林こばやし 加藤かとう ' +
      '吉田よしだ 山田やまだ 佐々木ささき 山口やまぐち 松本まつもと 井上いのうえ 木村きむら 林はやし 斎藤さいとう 清水しみず ' +
      '山崎やまざき 阿部あべ 森もり 池田いけだ 橋本はしもと 山下やました 石川いしかわ 中島なかじま 前田まえだ 藤田ふじた ' +
      '小川おがわ 後藤ごとう 岡田おかだ 長谷川はせがわ 村上むらかみ 近藤こんどう 石井いしい 斉藤さいとう 坂本さかもと 遠藤えんどう ' +
      '青木あおき 藤井ふじい 西村にしむら 福田ふくだ 太田おおた 三浦みうら 藤原ふじわら 岡本おかもと 松田まつだ 中川なかがわ ' +
      '小鳥遊たかなし 勅使河原てしがわら 五十嵐いがらし 服部はっとり 長谷部はせべ 東あずま 日下部くさかべ 百目鬼どうめき';
    const wrong = usual.split(' ').filter((entry) => {
      const [kana = ''] = /[ぁ-ん]+$/.exec(entry) ?? [];
      return readFurigana(kana, entry.slice(0, -kana.length), '').match !== 'usual';
    });
    expect(wrong).toEqual([]);
  });
});

describe('a Japanese name in Latin letters', () => {
  test.each([
    ['Kimura', 'Taro', true],
    ['YUKI', 'OHNO', true],
    ['Smith', 'John', false],
    ['Wang', 'Wei', false],
    ['Garcia', 'Maria', false],
    ['Nguyen', 'Anh', false],
    ['Kim', 'Minjun', false],
    ['Kumar', 'Arun', false],
    ['Mäkinen', 'Aino', false],
    ['木村', 'Taro', false],
    ['Kimura', '', undefined],
    ['', '', undefined],
  ] as const)('%s %s: %s', (last, first, expected) => {
    expect(isJapaneseInLatin(last, first)).toBe(expected);
  });
});

test.each([
  ['qzxwvkjhpt', true],
  ['a8f3k2j9x1', true],
  ['ktm.ykhr0512', false],
  ['ktmykhr0512', false],
  ['taro.kimura', false],
  ['kimura1985', false],
  ['taro2kimura85', false],
  ['mii0214', false],
  ['schwarzenegger', false],
  ['reidai-kaisha+qzxwvkjhpt', false],
  ['', false],
])('the address %s looks drawn by lot: %s', (local, expected) => {
  expect(looksRandom(local)).toBe(expected);
});

test('letters are compared as Jaro and Winkler do', () => {
  expect(similarity('martha', 'marhta')).toBeCloseTo(0.961, 3);
  expect(similarity('dixon', 'dicksonx')).toBeCloseTo(0.813, 3);
  expect([similarity('a', 'b'), similarity('', 'a'), similarity('', '')]).toEqual([0, 0, 1]);
});
