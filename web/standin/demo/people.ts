import type { AddressInput, CustomerInput } from '../place-order.ts';

/*
 * Everybody here is fictitious: blocks 99-… are not allotted, landline exchanges begin with 1, local parts of
 * mail addresses begin with `reidai`. Postal code, prefecture and area code belong together, as they do with
 * real customers; what does not fit is put in on purpose where a suspicious order is made.
 */

interface Place {
  readonly zip: string;
  readonly provinceCode: string;
  readonly province: string;
  readonly city: string;
  readonly town: string;
  readonly area: string;
}

const places = [
  ['150-0001', 'JP-13', '東京都', '渋谷区', '神宮前', '03'],
  ['154-0001', 'JP-13', '東京都', '世田谷区', '池尻', '03'],
  ['220-0011', 'JP-14', '神奈川県', '横浜市西区', '高島', '045'],
  ['330-0854', 'JP-11', '埼玉県', 'さいたま市大宮区', '桜木町', '048'],
  ['260-0013', 'JP-12', '千葉県', '千葉市中央区', '中央', '043'],
  ['530-0001', 'JP-27', '大阪府', '大阪市北区', '梅田', '06'],
  ['650-0021', 'JP-28', '兵庫県', '神戸市中央区', '三宮町', '078'],
  ['606-8501', 'JP-26', '京都府', '京都市左京区', '吉田本町', '075'],
  ['460-0008', 'JP-23', '愛知県', '名古屋市中区', '栄', '052'],
  ['950-0087', 'JP-15', '新潟県', '新潟市中央区', '東大通', '025'],
  ['980-0811', 'JP-04', '宮城県', '仙台市青葉区', '一番町', '022'],
  ['810-0001', 'JP-40', '福岡県', '福岡市中央区', '天神', '092'],
  ['730-0011', 'JP-34', '広島県', '広島市中区', '基町', '082'],
  ['920-0853', 'JP-17', '石川県', '金沢市', '本町', '076'],
] as const;

const place = (index: number): Place => {
  const [zip, provinceCode, province, city, town, area] =
    places[index % places.length] ?? places[0];
  return { zip, provinceCode, province, city, town, area };
};

const names = [
  ['田中', '一郎', 'tanaka'],
  ['山本', '裕子', 'yamamoto'],
  ['中村', '健', 'nakamura'],
  ['小林', '美咲', 'kobayashi'],
  ['加藤', '修', 'kato'],
  ['吉田', '明子', 'yoshida'],
  ['佐々木', '翔', 'sasaki'],
  ['松本', '和子', 'matsumoto'],
  ['井上', '大輔', 'inoue'],
  ['木村', '恵', 'kimura'],
  ['清水', '隆', 'shimizu'],
  ['山口', '由美', 'yamaguchi'],
  ['森', '直樹', 'mori'],
  ['池田', '千代', 'ikeda'],
  ['橋本', '亮', 'hashimoto'],
  ['石川', '弘', 'ishikawa'],
] as const;

export interface Person {
  readonly customer: CustomerInput & { readonly email: string; readonly phone: string };
  readonly address: AddressInput;
  readonly ip: string;
  /** The card that this person always pays with. */
  readonly card: { readonly bin: string; readonly last4: string; readonly name: string };
}

/** Somebody who lives in one place and can be reached by landline there. */
export function person(index: number): Person {
  const [lastName, firstName, local] = names[index % names.length] ?? names[0];
  const where = place(index);
  const phone = landline(where.area, index);
  return {
    customer: {
      lastName,
      firstName,
      email: `reidai.${local}@example.${index % 3 === 0 ? 'jp' : 'com'}`,
      phone,
    },
    address: {
      lastName,
      firstName,
      zip: where.zip,
      provinceCode: where.provinceCode,
      province: where.province,
      city: where.city,
      address1: `${where.town}99-${(index % 9) + 1}-${(index % 7) + 2}`,
      address2: index % 4 === 1 ? `例示ハイツ${101 + index}` : null,
      phone,
    },
    ip: `192.0.2.${20 + (index % 200)}`,
    card: {
      bin: String(424_200 + (index % 50)),
      last4: String(4100 + index * 37).slice(-4),
      name: `REIDAI ${local.toUpperCase()}`,
    },
  };
}

/** How many different people there are before names and places come again. */
export const crowd = names.length;

function landline(area: string, index: number): string {
  const last = String(5600 + index).slice(-4);
  return area.length === 2 ? `${area}-1234-${last}` : `${area}-123-${last}`;
}

export const mobile = (index: number): string =>
  `0${[9, 8, 7][index % 3] ?? 9}0-1234-${String(5600 + index).slice(-4)}`;
