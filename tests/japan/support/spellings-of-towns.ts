import { digits, inTown, kanji, type Spelling, town } from './spelling.ts';

const fromKanji = (text: string): number => {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const digit = (char = '') => Math.max(0, digits.indexOf(char));
  return (text.includes('十') ? (tens ? digit(tens) : 1) * 10 : 0) + (ones ? digit(ones) : 0);
};
const half = 'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ';
const halfWidth = new Map([...half].map((char) => [char.normalize('NFKC'), char] as const));

const swaps = (pattern: RegExp, forms: readonly string[]): Spelling[] =>
  forms.map((form) => ({
    rule: `${pattern.source} → ${form}`,
    applies: inTown(pattern),
    write: town((name) => name.replace(pattern, form)),
  }));

/** Ways of writing a town's name. */
export const townSpellings: Spelling[] = [
  ...swaps(/(?<=[一-鿿ぁ-ん])[ヶケが](?=[一-鿿])/, ['ヶ', 'ケ', 'が', 'ガ', 'ｹ']),
  ...swaps(/(?<=[一-鿿])[のノ之](?=[一-鿿])/, ['の', 'ノ', '之']),
  ...swaps(/(?<=[一-鿿])[ツつッっ](?=[一-鿿])/, ['ツ', 'つ', 'ッ', 'っ']),
  ...(
    '沢澤,竜龍,浜濱,辺邊,辺邉,広廣,国國,島嶋,桜櫻,真眞,円圓,塩鹽,蛍螢' +
    ',条條,栄榮,豊豐,万萬,蔵藏,高髙,崎﨑,淵渕,富冨,館舘,滝瀧,桧檜,当當,芸藝,実實,桑桒,峰峯,岳嶽,竈竃,籠篭'
  )
    .split(',')
    .map((pair) => ({
      rule: `old form ${pair}`,
      applies: inTown(new RegExp(pair[0] ?? '')),
      write: town((name) => name.replaceAll(pair[0] ?? '', pair.slice(1))),
    })),
  {
    rule: 'half-width kana',
    applies: inTown(/[ァ-ヶ]/),
    write: town((name) => name.replace(/[ァ-ヴ]/g, (char) => halfWidth.get(char) ?? char)),
  },
  {
    rule: '条 in digits',
    applies: inTown(/[一二三四五六七八九十]+条/),
    write: town((name) => name.replace(/[一二三四五六七八九十]+(?=条)/g, (n) => `${fromKanji(n)}`)),
  },
  {
    rule: '条 in kanji',
    applies: inTown(/[０-９]+条/),
    write: town((name) =>
      name.replace(/[０-９]+(?=条)/g, (n) => kanji(Number(n.normalize('NFKC')))),
    ),
  },
  {
    rule: '番町 in digits',
    applies: inTown(/[一二三四五六七八九十]+番[町丁]/),
    write: town((name) =>
      name.replace(/[一二三四五六七八九十]+(?=番[町丁])/g, (n) => `${fromKanji(n)}`),
    ),
  },
  {
    rule: 'town in half-width digits',
    applies: inTown(/[０-９]/),
    write: town((name) => name.normalize('NFKC')),
  },
  {
    rule: 'spaces around the town',
    write: town((name) => ` ${name} `),
  },
  {
    rule: 'the way in Kyoto',
    applies: ({ at }) => /^京都市(?:上京|中京|下京)区$/.test(at.city),
    write: town((name) => `寺町通御池上る${name}`),
  },
  {
    rule: 'another way in Kyoto',
    applies: ({ at }) => /^京都市(?:上京|中京|下京)区$/.test(at.city),
    write: town((name) => `四条通烏丸東入ル${name}`),
  },
];
