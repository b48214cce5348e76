import { isOdd, toNfkc } from './nfkc.ts';

/**
 * Pairs `variant + usual form` that NFKC does not touch. The same person writes 髙橋 on one form
 * and 高橋 on the next: without this, a name or place that we remember would not be found again. The most
 * frequent stands first: they are searched from there.
 */
const pairs =
  'ヶケ 髙高 﨑崎 碕崎 嵜崎 邉辺 邊辺 齋斎 齊斉 濱浜 濵浜 澤沢 廣広 國国 嶋島 嶌島 櫻桜 眞真 龍竜 檜桧 籔薮 ' +
  '藪薮 鷗鴎 瀧滝 會会 條条 惠恵 榮栄 學学 圓円 德徳 豐豊 萬万 藏蔵 曾曽 靜静 壽寿 穗穂 增増 黑黒 與与 ' +
  '鐵鉄 禮礼 晉晋 淸清 緖緒 髮髪 橫横 峯峰 冨富 舘館 莊荘 靑青 渕淵 渊淵 桒桑 埜野 槇槙 關関 寬寛 步歩 ' +
  '每毎 彌弥 實実 驛駅 鄕郷 籠篭 檮梼 蘆芦 諌諫 𠮷吉';

/** Old forms beside these. The dictionary of names was folded without them, so only keys use them. */
const oldForms =
  '鹽塩 螢蛍 礪砺 鰺鯵 遙遥 戶戸 壺壷 瀨瀬 賴頼 靈霊 驒騨 嶽岳 敎教 縣県 參参 處処 佛仏 聲声 劍剣 狹狭 ' +
  '峽峡 竝並 龜亀 鷄鶏 邨村 壹壱 貳弐 藝芸 樂楽 來来 壘塁 灣湾 澁渋 燒焼 爐炉 獨独 畫画 當当 疊畳 發発 ' +
  '稻稲 穰穣 緣縁 總総 繩縄 繪絵 舍舎 覺覚 觀観 譽誉 讀読 轉転 輕軽 醫医 釀醸 銳鋭 錢銭 鎭鎮 隨随 雙双 ' +
  '顯顕 驅駆 體体 鬪闘 麥麦 麴麹 黃黄 點点 齡齢 淺浅 殘残 檢検 權権 歡歓 歷歴 歸帰 氣気 濕湿 濟済 亞亜 ' +
  '假仮 價価 兒児 兩両 區区 卷巻 單単 嚴厳 圍囲 圖図 團団 壓圧 壯壮 奧奥 孃嬢 寶宝 專専 將将 對対 屬属 ' +
  '巖巌 廳庁 彈弾 從従 惡悪 戀恋 戰戦 收収 效効 數数 斷断 晝昼 曉暁 靭靱 舖舗 飜翻 餘余 應応 舊旧 腦脳 ' +
  '藥薬 蟲虫 衞衛 裝装 變変 辭辞 遲遅 鄰隣 隱隠 雜雑 霸覇 飮飲 默黙 鬭闘 埀垂 槪概 槗橋 𣘺橋 栁柳 𫝆今 ' +
  '祗祇 頸頚 蠟蝋 摑掴 攪撹 瘦痩 囊嚢 剝剥 塡填 賤賎 潑溌 醬醤 鶯鴬 儘侭 蘂蕊 逹達 䑓台 臺台 凉涼 冲沖 ' +
  '况況 决決 减減 凖準 嚙噛 壻婿 夘卯 寳宝 悳徳 枡桝 柹柿 桺柳 欝鬱 泻潟 潴瀦 煕熙 畧略 皷鼓 畆畝 秌秋 ' +
  '耻恥 舩船 蕚萼 蠣蛎 袮祢 禰祢 禱祷 迯逃 鋪舗 銕鉄 隝島 靍鶴 頴穎 駈駆 鴈雁 麪麺 廼乃 圡土 竈竃 萊莱 ' +
  '姊姉 ⻑長 ⻄西 ⻘青 ⻩黄 ⻲亀 ⻤鬼 ⻝食 ⻨麦 ⻯竜 ⺠民 ⺟母 ⻆角 ⻁虎 ⻫斉 ⻭歯';

/**
 * Written out, for a checkout function has no instructions to spare for building them; a test compares them
 * with the pairs.
 */
export const usualVariants =
  /[ヶ冨國圓埜增壽學實寬峯嵜嶋嶌廣彌德惠晉曾會桒條榮槇橫檜檮櫻步每淸渊渕澤濱濵瀧眞碕禮穗籔籠緖與舘莊萬藏藪蘆諌豐邉邊鄕鐵關靑靜驛髙髮鷗黑齊齋龍﨑𠮷]/gu;
export const everyVariant =
  /[⺟⺠⻁⻄⻆⻑⻘⻝⻤⻨⻩⻫⻭⻯⻲ヶ䑓亞佛來假價儘兒兩冨冲决况凉减凖剝劍區卷參單嚙嚴囊國圍圓圖團圡埀埜塡增壓壘壯壹壺壻壽夘奧姊孃學實寬寳寶將專對屬峯峽嵜嶋嶌嶽巖廣廳廼彈彌從德悳惠惡應戀戰戶摑攪收效敎數斷晉晝曉曾會枡柹栁桒桺條榮槇槗槪樂橫檜檢檮櫻權欝歡步歷歸殘每氣泻淸淺渊渕潑潴澁澤濕濟濱濵瀧瀨灣煕燒爐狹獨畆畧畫當疊瘦發皷眞碕礪祗禮禰禱秌稻穗穰竈竝籔籠緖緣縣總繩繪耻聲腦臺與舊舍舖舘舩莊萊萬蕚藏藝藥藪蘂蘆處螢蟲蠟蠣衞袮裝覺觀諌譽讀變豐貳賤賴輕轉辭迯逹遙遲邉邊邨鄕鄰醫醬釀銕銳鋪錢鎭鐵關隝隨隱雙雜霸靈靍靑靜靭頴頸顯飜飮餘駈驅驒驛體髙髮鬪鬭鰺鴈鶯鷄鷗鹽麥麪麴黃黑默點齊齋齡龍龜﨑𠮷𣘺𫝆]/gu;

/** Rows of `variant + usual form`: those of names, and the old forms beside them. */
export const variantRows = { usual: pairs, old: oldForms };

/** Searched where it stands: variants are seldom, and a table of them costs a checkout function half of it. */
function formIn(rows: string, variant: string): string | null {
  const at = rows.startsWith(variant) ? 0 : rows.indexOf(` ${variant}`) + 1;
  if (at === 0 && !rows.startsWith(variant)) return null;
  return String.fromCodePoint(rows.codePointAt(at + variant.length) ?? 0);
}

const foldUsual = (text: string): string =>
  text.replace(usualVariants, (found) => formIn(pairs, found) ?? found);
const foldEvery = (text: string): string =>
  text.replace(everyVariant, (found) => formIn(pairs, found) ?? formIn(oldForms, found) ?? found);
/** 鎌ヶ谷, つつじが丘; between kanji only where it could be a syllable of a word. */
const smallKe =
  /(?<=[一-鿿々〇ぁ-んァ-ヴー])[ケヵ](?=[一-鿿々〇])|(?<=[一-鿿々ぁ-ん])[がガ](?=[一-鿿々〇])|(?<=[一-鿿々〇])[カか](?=[一-鿿々〇])/g;
const smallTsu = /(?<=[一-鿿々\d])[ツッつっ](?=[一-鿿々〇])/g;
const particleNo = /(?<=[一-鿿々\d])[ノの之](?=[一-鿿々〇])/g;
/** For the test that puts them together of their parts. */
export const placeNamePatterns = { smallKe, smallTsu, particleNo } as const;
const anyParticle = /[ヶケヵカがガかツッつっノの之へべぺ]/;
const anyKe = /[ヶケヵカがガか]/;
const anyTsu = /[ツッつっ]/;
const anyNo = /[ノの之]/;
const anyHe = /[へべぺ]/;
/** へ and ヘ look alike in print: nobody knows which of them a place has. */
const hiraganaHe = /[へべぺ]/g;
const katakanaHe: Readonly<Record<string, string>> = { へ: 'ヘ', べ: 'ベ', ぺ: 'ペ' };

/** What nobody sees: zero-width marks, and the selectors that pick a glyph (葛󠄀, 辻󠄀). */
const invisible = /\u00ad|\u2060|\ufeff|[\u200b-\u200f]|\p{Variation_Selector}/gu;

/** Most of those and more: asked first, for the exact pattern costs a checkout function ten times as much. */
// biome-ignore lint/suspicious/noMisleadingCharacterClass: the selectors are meant by themselves
const anyInvisible = /[\u180b-\u180f\u200b-\u200f\ufe00-\ufe0f]|\u00ad|\u2060|\ufeff|\udb40/;

function compose(text: string): string {
  if (!isOdd(text)) return text;
  return toNfkc(anyInvisible.test(text) ? text.replace(invisible, '') : text);
}

/** NFKC, then variants of one character folded to its usual form (髙→高, 﨑→崎, 𠮷→吉). */
export const foldCharacters = (text: string): string => foldUsual(compose(text));

/** The same with old forms of any character (靈→霊): for keys, not for the dictionary of names. */
export const foldOldForms = (text: string): string => foldEvery(compose(text));

/**
 * As above, and the ways of writing one place name: 霞ヶ関 霞が関, 一ツ橋 一つ橋, 丸の内 丸ノ内. The
 * ヶ of 市ヶ谷 and 阿佐ヶ谷 is left out of the towns that are named so.
 */
export function foldPlaceName(text: string): string {
  const folded = foldOldForms(text);
  if (!anyParticle.test(folded)) return folded;
  let place = folded;
  if (anyKe.test(place)) place = place.replace(smallKe, 'ケ').replaceAll('ケ谷', '谷');
  if (anyTsu.test(place)) place = place.replace(smallTsu, 'ツ');
  if (anyNo.test(place)) place = place.replace(particleNo, 'ノ');
  return anyHe.test(place) ? place.replace(hiraganaHe, (char) => katakanaHe[char] ?? char) : place;
}
