/** Common characters that only simplified Chinese writes: no Japanese keyboard offers them. */
const simplifiedOnly = new RegExp(
  `[${[
    '们这为说请谢发货单东时间过还进让对给钱买卖见长门问题车马风飞书亿严业两乐习产亲仅仓伟传伤兴关军农刘则办务动劳华协卫厅历压县变启园围图圆场块备够头奖妈实宽导层岁师',
    '带帮应库开异张强归录总恳恶惊戏户执扩护报择换敌显晓权极构标样桥检欢汇汉测济满灭灵热爱爷环现电疗监盘确离种积稳穷竞笔签简类红纤约级纪纯纳纸线练组细终经结络绝统继续',
    '维综绿编罚职联脑脸艺节苏药获营虑虽补观规视觉计订认讨训议记讲许论设访证评识诉词译试话该详语误读课谁调谈负财责败质购贵费资赔赠转轮软轻载较输边达迁运远违连迟适选递',
    '邮释针钟铁银链锁错键镇镜闭闲阅队阳际陆险难项顺须顾预领频额饭饮驾验鲜鸡齐',
  ].join('')}]`,
);
const kana = /[ぁ-ゖァ-ヺ]/;

/** Turns of phrase that translation machines leave behind. Before NFKC: it would turn ， into a comma. */
const translated: readonly RegExp[] = [
  /親愛なる/,
  /売り手|販売者様へ/,
  /私(?:は|が)[^。]*(?:欲しい|ほしい|必要(?:です|とします)|買いたい)/,
  /あなた(?:は|の|が|に)/,
  /することが(?:可能|欲しい|でき(?:ます|る)か)/,
  /可能ですか/,
  /を願望/,
  /[早速]い(?:発送|配送|出荷)を(?:ください|下さい|お願い)/,
  simplifiedOnly,
  /，/,
  /[ぁ-ん] [ぁ-ん]/,
  /感謝します[。！!．.\s]*$/,
];

/** At least `least` different patterns in a text with kana. Fluent machine translation passes. */
export function readsTranslated(note: string, least: number): boolean {
  if (!kana.test(note.normalize('NFKC'))) return false;
  return translated.filter((pattern) => pattern.test(note)).length >= least;
}

const chineseWords = /[的您吗我很]|謝謝|您好|你好|請/;
const vietnamese = /[ăâđêôơưĂÂĐÊÔƠƯ]|[\u1ea0-\u1ef9]/;

/** `zh`, `ko`, `ru`, `vi` or `en` (for other Latin text), or empty: Japanese, too short, or no language. */
export function foreignLanguageOf(note: string, shortest: number): string {
  const text = note.normalize('NFKC').trim();
  if (text.length < shortest || kana.test(text)) return '';
  if (/[가-힣]{2}/.test(text)) return 'ko';
  if (/[а-яё]{3}/i.test(text)) return 'ru';
  if (/[一-鿿]/.test(text)) return simplifiedOnly.test(text) || chineseWords.test(text) ? 'zh' : '';
  if (vietnamese.test(text)) return 'vi';
  return (text.match(/(?<![\w@.])[a-z]{2,}(?![\w@])/gi) ?? []).length >= 3 ? 'en' : '';
}
