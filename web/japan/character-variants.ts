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
  '姊姉 ⻑長 ⻄西 ⻘青 ⻩黄 ⻲亀 ⻤鬼 ⻝食 ⻨麦 ⻯竜 ⺠民 ⺟母 ⻆角 ⻁虎 ⻫斉 ⻭歯 ' +
  '爲為 營営 艷艶 毆殴 溫温 穩穏 壞壊 懷懐 擴拡 殼殻 渴渇 勸勧 罐缶 顏顔 僞偽 戲戯 犧犠 ' +
  '據拠 擧挙 虛虚 挾挟 勳勲 薰薫 徑径 揭掲 溪渓 經経 繼継 擊撃 缺欠 儉倹 圈圏 獻献 硏研 ' +
  '險険 驗験 吳呉 娛娯 恆恒 鑛鉱 號号 劑剤 册冊 慘惨 棧桟 蠶蚕 贊賛 絲糸 齒歯 寫写 釋釈 ' +
  '獸獣 縱縦 肅粛 敍叙 奬奨 涉渉 稱称 證証 乘乗 剩剰 壤壌 淨浄 狀状 讓譲 囑嘱 觸触 寢寝 ' +
  '愼慎 盡尽 粹粋 醉酔 髓髄 樞枢 攝摂 竊窃 潛潜 纖繊 踐践 禪禅 搜捜 插挿 巢巣 爭争 窗窓 ' +
  '聰聡 騷騒 臟臓 卽即 續続 墮堕 帶帯 滯滞 擇択 擔担 膽胆 癡痴 鑄鋳 徵徴 聽聴 敕勅 遞逓 ' +
  '傳伝 黨党 盜盗 燈灯 屆届 惱悩 廢廃 拜拝 賣売 拔抜 晚晩 蠻蛮 祕秘 甁瓶 拂払 倂併 辨弁 ' +
  '瓣弁 辯弁 萠萌 沒没 滿満 麵麺 餠餅 戾戻 譯訳 豫予 搖揺 樣様 謠謡 亂乱 覽覧 獵猟 綠緑 ' +
  '凜凛 淚涙 隸隷 鍊錬 勞労 樓楼 祿禄 錄録 亙亘 瑤瑶 堯尭 蠅蝿 濤涛 簞箪 頰頬 鹼鹸';

/**
 * Written out, for a checkout function has no instructions to spare for building them; a test compares them
 * with the pairs.
 */
export const usualVariants =
  /[ヶ冨國圓埜增壽學實寬峯嵜嶋嶌廣彌德惠晉曾會桒條榮槇橫檜檮櫻步每淸渊渕澤濱濵瀧眞碕禮穗籔籠緖與舘莊萬藏藪蘆諌豐邉邊鄕鐵關靑靜驛髙髮鷗黑齊齋龍﨑𠮷]/gu;
export const everyVariant =
  /[⺟⺠⻁⻄⻆⻑⻘⻝⻤⻨⻩⻫⻭⻯⻲ヶ䑓乘亂亙亞佛來倂假傳僞價儉儘兒兩册冨冲决况凉减凖凜剝剩劍劑勞勳勸區卷卽參吳單嚙嚴囊囑圈國圍圓圖團圡埀埜堯塡增墮壓壘壞壤壯壹壺壻壽夘奧奬姊娛孃學寢實寫寬寳寶將專對屆屬峯峽嵜嶋嶌嶽巖巢帶廢廣廳廼彈彌徑從徵德恆悳惠惡惱愼慘應懷戀戰戲戶戾拂拔拜挾插揭搖搜摑擇擊擔據擧擴攝攪收效敍敎敕數斷晉晚晝曉曾會枡柹栁桒桺條棧榮槇槗槪樂樓樞樣橫檜檢檮櫻權欝歡步歷歸殘殼毆每氣沒泻涉淚淨淸淺渊渕渴溪溫滯滿潑潛潴澁澤濕濟濤濱濵瀧瀨灣煕燈燒營爐爭爲犧狀狹獨獵獸獻瑤瓣甁畆畧畫當疊瘦癡發皷盜盡眞硏碕礪祕祗祿禪禮禰禱秌稱稻穗穩穰窗竈竊竝簞籔籠粹絲經綠緖緣縣縱總繩繪繼續纖缺罐耻聰聲聽肅腦膽臟臺與舊舍舖舘舩艷莊萊萠萬蕚薰藏藝藥藪蘂蘆處虛號螢蟲蠅蠟蠣蠶蠻衞袮裝覺覽觀觸諌謠證譯譽讀變讓豐豫貳賣賤賴贊踐輕轉辨辭辯迯逹遙遞遲邉邊邨鄕鄰醉醫醬釀釋銕銳鋪錄錢鍊鎭鐵鑄鑛關隝隨險隱隸雙雜霸靈靍靑靜靭頰頴頸顏顯飜飮餘餠駈騷驅驒驗驛髓體髙髮鬪鬭鰺鴈鶯鷄鷗鹼鹽麥麪麴麵黃黑默點黨齊齋齒齡龍龜﨑𠮷𣘺𫝆]/gu;

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
