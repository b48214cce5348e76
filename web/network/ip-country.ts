import type { IpCountryData, IpCountryPort } from '../usecases/ports/ip-country-port.ts';
import type { Log } from '../usecases/ports/log-port.ts';
import { type CountryFile, openCountryFile } from './country-file.ts';
import { publicAddress } from './public-address.ts';

/** Where the countries come from: the data of the app, a file of the operator's own, or nowhere. */
export type GeoData = 'packaged' | 'off' | { readonly file: string };

/** Nothing is read before the first address or the first question about the data. */
export function createIpCountry(geoData: GeoData, log: Log): IpCountryPort {
  let opened: CountryFile | null | undefined;
  const file = (): CountryFile | null => {
    // Not ??=: a file that failed once is not tried with every order.
    if (opened === undefined) opened = geoData === 'off' ? null : open(geoData, log);
    return opened;
  };
  return {
    countryOf(ip) {
      const address = ip ? publicAddress(ip) : null;
      return address === null ? undefined : file()?.countryOf(address);
    },
    data: () => describe(file(), geoData),
  };
}

/** A file of the operator's own was tried at start: failing here, it has gone since. */
function open(geoData: Exclude<GeoData, 'off'>, log: Log): CountryFile | null {
  const opened = openCountryFile(geoData === 'packaged' ? null : geoData.file);
  if (opened.ok) return opened.file;
  log.error({ why: opened.why }, 'countries of addresses cannot be read: they stay unknown');
  return null;
}

function describe(file: CountryFile | null, geoData: GeoData): IpCountryData | null {
  if (file === null) return null;
  const date = file.builtAt.toISOString().slice(0, 10);
  return { packaged: geoData === 'packaged', type: file.type, date };
}
