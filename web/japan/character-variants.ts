/**
 * Pairs `variant + usual form` that NFKC does not touch. The same person writes 髙橋 on one form
 * and 高橋 on the next: without this, a name or place that we remember would not be found again.
 */
const pairs =
  '髙高 﨑崎 碕崎 嵜崎 邉辺 邊辺 齋斎 齊斉 濱浜 濵浜 澤沢 廣広 國国 嶋島 嶌島 櫻桜 眞真 龍竜 檜桧 籔薮 藪薮 ' +
  '鷗鴎 瀧滝 會会 條条 惠恵 榮栄 學学 圓円 德徳 豐豊 萬万 藏蔵 曾曽 靜静 壽寿 穗穂 增増 黑黒 與与 鐵鉄 禮礼 晉晋 ' +
  '淸清 緖緒 髮髪 橫横 峯峰 冨富 舘館 莊荘 靑青 渕淵 渊淵 桒桑 埜野 槇槙 關関 寬寛 步歩 每毎 彌弥 實実 驛駅 鄕郷 ' +
  '籠篭 檮梼 蘆芦 諌諫 𠮷吉 ヶケ';

const usual = new Map<string, string>();
for (const pair of pairs.split(' ')) {
  const [variant, form] = [...pair];
  if (variant && form && variant !== form) usual.set(variant, form);
}
const single = [...usual.keys()].filter((key) => key.length === 1).join('');
const double = [...usual.keys()].filter((key) => key.length === 2).join('|');
const variants = new RegExp(`[${single}]|${double}`, 'g');
/** Without these NFKC has nothing to do: most names and places are plain kana and kanji. */
const compatible = /[^ -~ぁ-ゖ一-鿿ァ-ヺー々〇]/;
const between = '(?<=[一-鿿々])X(?=[一-鿿々])';
const smallKe = new RegExp(between.replace('X', '[ヶケがガ]'), 'g');
const smallTsu = new RegExp(between.replace('X', '[ツッつっ]'), 'g');
const particleNo = new RegExp(between.replace('X', '[ノの]'), 'g');
const anyParticle = /[ヶケがガツッつっノの]/;

/** NFKC, then variants of one character folded to its usual form (髙→高, 﨑→崎, 𠮷→吉). */
export function foldCharacters(text: string): string {
  const plain = compatible.test(text) ? text.normalize('NFKC') : text;
  return plain.replace(variants, (found) => usual.get(found) ?? found);
}

/** As above, and the ways of writing one place name: 鎌ヶ谷 鎌が谷, 一ツ橋 一つ橋, 丸の内 丸ノ内. */
export function foldPlaceName(text: string): string {
  const folded = foldCharacters(text);
  if (!anyParticle.test(folded)) return folded;
  return folded.replace(smallKe, 'ケ').replace(smallTsu, 'ツ').replace(particleNo, 'ノ');
}
