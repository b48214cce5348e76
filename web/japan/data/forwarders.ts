interface ForwarderName {
  readonly name: string;
  /** Tested against text in capitals after NFKC. */
  readonly pattern: RegExp;
}

/** Services that take parcels in Japan and send them abroad. Names as they stand in addresses; November 2026. */
export const forwarderNames: readonly ForwarderName[] = [
  { name: '転送コム', pattern: /転送コム|(?<![A-Z])TENSO(?:\.COM)?(?![A-Z])|テンソー/ },
  { name: 'Buyee', pattern: /(?<![A-Z])BUYEE(?![A-Z])|バイイー/ },
  { name: 'ZenMarket', pattern: /ZEN\s?MARKET|ゼンマーケット/ },
  { name: 'FROM JAPAN', pattern: /(?<![A-Z])FROM\s?JAPAN(?![A-Z])|フロムジャパン/ },
  { name: 'Jshoppers', pattern: /J-?SHOPPERS/ },
  { name: 'DEJAPAN', pattern: /(?<![A-Z])DE\s?JAPAN(?![A-Z])/ },
  { name: 'Blackship', pattern: /BLACK\s?SHIP(?![A-Z])/ },
  { name: 'WorldShopping', pattern: /WORLD\s?SHOPPING|ワールドショッピング/ },
  { name: 'Japan Rabbit', pattern: /JAPAN\s?RABBIT/ },
  { name: 'Neokyo', pattern: /(?<![A-Z])NEOKYO/ },
  { name: '海外転送', pattern: /海外転送|国際転送|転送サービス|FORWARDING SERVICE/ },
];

interface ForwarderAddress {
  readonly name: string;
  /** `pref|city|town|block`, see keys.ts. */
  readonly baseKey: string;
  /** Other people live and work at the same block: only with this mark is it the service. */
  readonly marker: RegExp;
  readonly source: string;
  readonly seen: string;
}

/** Warehouses that the services themselves publish. They move: check the date before adding to it. */
export const forwarderAddresses: readonly ForwarderAddress[] = [
  {
    name: 'mt1.jp',
    baseKey: '27|大阪市西区|本田|4-1-7',
    marker: /7\s*-?[A-Z]{4,7}(?![A-Z])/,
    source: 'mt1.jp, notice to mail-order shops',
    seen: '2026-11',
  },
  {
    name: 'kaigai.com',
    baseKey: '13|江東区|常盤|2-1-7',
    marker: /気付/,
    source: 'kaigai.com, terms of use',
    seen: '2026-11',
  },
];
