/** In which country a network address is used, as far as registries tell. Never asks the network. */
export interface IpCountryPort {
  /**
   * ISO 3166-1 alpha-2, in capitals. undefined: not known (no public address, no row, switched off),
   * which is neither at home nor abroad.
   */
  countryOf(ip: string | null | undefined): string | undefined;
  /** What answers; null: switched off, or the data could not be read. */
  data(): IpCountryData | null;
}

export interface IpCountryData {
  /** The file that comes with the app; false: the operator's own. */
  readonly packaged: boolean;
  /** The database type that the file names, such as GeoLite2-Country. */
  readonly type: string;
  /** Day on which the file was built, YYYY-MM-DD (UTC). */
  readonly date: string;
}
