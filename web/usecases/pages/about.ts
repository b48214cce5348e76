import type { AboutAnswer, AboutData } from '../../contract/about.ts';
import type { Locale } from '../../contract/level.ts';
import { type DataSource, dataSources } from '../../japan/data-sources.ts';
import type { Deps } from '../deps.ts';
import type { IpCountryData } from '../ports/ip-country-port.ts';
import type { Caller } from '../use-cases.ts';

const day = 86_400_000;

/** The version, and every set of data that judgements rest on, with its age. */
export function about(
  deps: Pick<Deps, 'version' | 'ipCountry' | 'now'>,
  { locale }: Pick<Caller, 'locale'>,
): AboutAnswer {
  const sources = [...dataSources, countries(deps.ipCountry.data())];
  return { version: deps.version, data: sources.map((one) => present(one, locale, deps.now())) };
}

function present(source: DataSource, locale: Locale, now: number): AboutData {
  const { id, licence, licenceUrl, date, use, whenOld } = source;
  // A date of tomorrow (a clock that is wrong, another time zone) is an age of 0, not of -1.
  const ageDays = date === null ? null : Math.max(0, Math.floor((now - Date.parse(date)) / day));
  const old = ageDays !== null && ageDays >= source.oldAfterDays;
  const note = old ? whenOld[locale] : use[locale];
  return {
    id,
    name: source.name[locale],
    source: source.source,
    licence,
    licenceUrl,
    date,
    ageDays,
    old,
    note,
  };
}

const countryName = { ja: '接続元の国', en: 'Countries of network addresses' };
const countryUse = {
  ja: '注文した端末の接続元が国内かどうかを調べます。',
  en: 'Tells whether the buyer’s network is at home.',
};
const countryWhenOld = {
  ja: 'ネットワークの持ち主が変わり、国を間違えることがあります。新しいファイルに替えてください（GEO_DATA）。',
  en: 'Networks change hands, so a country may be wrong. Bring a newer file (GEO_DATA).',
};

/** Their file can be replaced or left out, so what is told of it comes from the file that answers. */
function countries(data: IpCountryData | null): DataSource {
  const shared = { id: 'countries', name: countryName, oldAfterDays: 180, whenOld: countryWhenOld };
  if (data === null) {
    const use = {
      ja: '使っていません。接続元の国は「未確認」になります。',
      en: 'Not in use: the country stays unknown.',
    };
    return { ...shared, source: '–', licence: '–', licenceUrl: null, date: null, use };
  }
  if (!data.packaged) {
    return {
      ...shared,
      source: data.type,
      licence: '–',
      licenceUrl: null,
      date: data.date,
      use: countryUse,
    };
  }
  return {
    ...shared,
    source: 'NRO, sapics (@ip-location-db/geo-whois-asn-country-mmdb)',
    licence: 'CC0 1.0, CC BY 4.0',
    licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
    date: data.date,
    use: {
      ja: `${countryUse.ja}配布元は誤りがあることと更新の終了を告知しているため、点数を小さくしています。GEO_DATA で替えられます。`,
      en: `${countryUse.en} Its makers say that it has errors and that this edition ends, so it weighs little. GEO_DATA replaces it.`,
    },
  };
}
