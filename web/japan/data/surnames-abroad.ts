/**
 * Surnames of one character as their bearers write them in passports, beside the pinyin and Korean
 * that KANJIDIC has: the Korean spellings in use, Cantonese and Taiwanese ones. A resident whose card
 * says KIM or WONG has not used somebody else's card.
 */
export const surnamesAbroad: ReadonlyMap<string, readonly string[]> = new Map(
  `王 wong ong
李 lee yi rhee li
金 kim gim
朴 park pak bak
崔 choi choe
鄭 jung chung jeong cheng tay
趙 cho jo chao chiu
尹 yoon yun
張 jang chang cheung teo
林 lim im lam rim
姜 kang
韓 han hahn
申 shin
呉 oh ng wu goh
徐 seo suh hsu tsui
権 kwon
黄 hwang wong huang ng
安 ahn an
宋 song sung
柳 yoo ryu yu
洪 hong hung
全 jeon chun
高 ko koh kao
文 moon mun
孫 son sohn sun
白 baek paik baik
許 heo huh hsu hui
盧 noh roh lu
陳 chan chen tan chin jin
劉 lau liu yoo ryu
楊 yeung yang young
周 chow chou joo
蔡 tsai choi chae
謝 hsieh tse
郭 kuo kwok kwak
曽 tseng tsang zeng
梁 leung liang yang
何 ho he ha
馬 ma mah
阮 nguyen ruan`
    .split('\n')
    .map((row) => {
      const [char = '', ...spellings] = row.split(' ');
      return [char, spellings] as const;
    }),
);
