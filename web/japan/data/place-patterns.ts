/**
 * How places are recognised at the checkout, in capitals after NFKC: what risk/place-words.ts and
 * forwarders.ts know, written out, for a checkout function would compile it anew at every run. A test holds
 * them together; `npx vitest run tests/usecases/compile-checkout-places.test.ts` prints what has to stand here.
 */
export const placePatterns = {
  forwarder:
    /(?=[転TテBバZゼFフJDWワN海国])(?:転送コム|(?<![A-Z])TENSO(?:\.COM)?(?![A-Z])|テンソー|(?<![A-Z])BUYEE(?![A-Z])|バイイー|ZEN\s?MARKET|ゼンマーケット|(?<![A-Z])FROM\s?JAPAN(?![A-Z])|フロムジャパン|J-?SHOPPERS|(?<![A-Z])DE\s?JAPAN(?![A-Z])|BLACK\s?SHIP(?![A-Z])|WORLD\s?SHOPPING|ワールドショッピング|JAPAN\s?RABBIT|(?<![A-Z])NEOKYO|海外転送|国際転送|転送サービス|FORWARDING SERVICE)/,
  depot:
    /(?=[倉物ロ流配W私P宅コ局営セ店支])(?:倉庫|物流センター|物流倉庫|ロジスティクス|流通センター|配送センター|WAREHOUSE|私設私書箱|私書箱|私書函|(?<![A-Z])P\.?\s?O\.?\s?BOX|宅配ロッカー|宅配ボックス|コインロッカー|(?<![A-Z])PUDO(?![A-Z])|局留|営業所留|営業所止|センター止|センター留|店留|支店止)/,
  hotel:
    /(?=[ホ旅民ゲペカAHGRウマ短サWMネイ漫まI])(?:ホテル|旅館|民泊|ゲストハウス|ホステル|ペンション|カプセルイン|(?<![A-Z])AIRBNB|(?<![A-Z])HOTEL|(?<![A-Z])HOSTEL|(?<![A-Z])GUEST\s?HOUSE|(?<![A-Z])RYOKAN|ウィークリー|ウイークリー|マンスリー|短期滞在|サービスアパート|(?<![A-Z])WEEKLY\s?MANSION|(?<![A-Z])MONTHLY\s?MANSION|ネットカフェ|インターネットカフェ|漫画喫茶|マンガ喫茶|まんが喫茶|マンガ喫茶|ネットルーム|INTERNET CAFE)/,
} as const;
