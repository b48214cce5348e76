/*
 * One word a prefecture, in the order of their JIS codes. Texts and not rows: a checkout function makes
 * everything anew at every run, and of these it mostly needs one name.
 */

export const prefectureNames =
  '北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 富山県 石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 ' +
  '大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県 岡山県 広島県 山口県 徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県';

export const prefectureNamesInEnglish =
  'Hokkaido Aomori Iwate Miyagi Akita Yamagata Fukushima Ibaraki Tochigi Gunma Saitama Chiba Tokyo Kanagawa ' +
  'Niigata Toyama Ishikawa Fukui Yamanashi Nagano Gifu Shizuoka Aichi Mie Shiga Kyoto Osaka Hyogo Nara ' +
  'Wakayama Tottori Shimane Okayama Hiroshima Yamaguchi Tokushima Kagawa Ehime Kochi Fukuoka Saga Nagasaki ' +
  'Kumamoto Oita Miyazaki Kagoshima Okinawa';

/** Codes of a prefecture's neighbours, joined by commas; `-`: none. */
export const prefectureNeighbours =
  '2 1,3,5 2,4,5 3,5,6,7 2,3,4,6 4,5,7,15 4,6,8,9,10,15 7,9,11,12 7,8,10,11 7,9,11,15,20 8,9,10,12,13,19,20 ' +
  '8,11,13 11,12,14,19 13,19,22 6,7,10,16,20 15,17,20,21 16,18,21 17,21,25,26 11,13,14,20,22 ' +
  '10,11,15,16,19,21,22,23 16,17,18,20,23,24,25 14,19,20,23 20,21,22,24 21,23,25,26,29,30 18,21,24,26 ' +
  '18,24,25,27,28,29 26,28,29,30 26,27,31,33,36 24,26,27,30 24,27,29 28,32,33,34 31,34,35 28,31,34,37 ' +
  '31,32,33,35,38 32,34,40 28,37,38,39 33,36,38 34,36,37,39 36,38 35,41,43,44 40,42 41 40,44,45,46 40,43,45 ' +
  '43,44,46 43,45 -';
