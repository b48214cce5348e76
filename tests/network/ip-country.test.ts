import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCountryFile } from '../../web/network/country-file.ts';
import { createIpCountry, type GeoData } from '../../web/network/ip-country.ts';
import type { Log } from '../../web/usecases/ports/log-port.ts';
import { countryFileOf } from './country-file-of.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sekisho-network-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(name: string, bytes: Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

function quietLog() {
  const errors: string[] = [];
  const log: Log = {
    debug() {},
    info() {},
    warn() {},
    error: (_fields, message) => void errors.push(message),
    child: () => log,
  };
  return { log, errors };
}

const look = (geoData: GeoData = 'packaged') => createIpCountry(geoData, quietLog().log);

describe('the country of an address, from the data that comes with the app', () => {
  const packaged = look();

  it.each([
    ['133.242.0.3', 'JP'],
    [' 126.0.0.1 ', 'JP'],
    ['2001:240::1', 'JP'],
    ['240B:10::1', 'JP'],
    ['::ffff:126.0.0.1', 'JP'],
    ['8.8.8.8', 'US'],
    ['5.9.0.1', 'DE'],
    ['2a01:4f8::1', 'DE'],
  ])('%s is in %s', (ip, country) => {
    expect(packaged.countryOf(ip)).toBe(country);
  });

  it.each([
    ['nothing', undefined],
    ['nothing', null],
    ['nothing', ''],
    ['no address', 'localhost'],
    ['no address', '133.242.0'],
    ['no address', '133.242.0.3, 8.8.8.8'],
    ['private', '10.1.2.3'],
    ['private', '192.168.0.5'],
    ['private, in IPv6’s coat', '::ffff:10.1.2.3'],
    ['a carrier’s shared block', '100.64.0.1'],
    ['this machine', '127.0.0.1'],
    ['this machine', '::1'],
    ['a sample that the data calls Australian', '203.0.113.9'],
    ['a sample that the data calls Australian', '198.51.100.7'],
    ['a sample that the data calls Japanese', '2001:db8::1'],
    ['link-local', 'fe80::1%eth0'],
    ['unique local', 'fd00::1'],
    ['Teredo', '2001:0:4136:e378::1'],
    ['6to4', '2002:808:808::1'],
    ['multicast', '224.0.0.1'],
    ['reserved', '255.255.255.255'],
  ])('%s has none: %s', (_what, ip) => {
    expect(packaged.countryOf(ip)).toBeUndefined();
  });

  it('tells when it was built', () => {
    expect(packaged.data()).toEqual({
      packaged: true,
      type: expect.stringContaining('country'),
      date: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
    });
  });
});

describe('a file of the operator’s own', () => {
  it.each([
    ['MaxMind', { country: { iso_code: 'FR' }, registered_country: { iso_code: 'US' } }],
    ['IPinfo', { country: 'FR', continent: 'EU' }],
    ['registries’ data', { country_code: 'FR' }],
  ])('answers in place of the app’s own, in the shape of %s', (_whose, record) => {
    const file = fileOf('own.mmdb', countryFileOf(record, { type: 'Own-Country' }));
    const own = look({ file });
    expect(own.countryOf('133.242.0.3')).toBe('FR');
    expect(own.data()).toEqual({ packaged: false, type: 'Own-Country', date: '2026-10-01' });
  });

  it('that has IPv4 only leaves IPv6 unknown', () => {
    const bytes = countryFileOf({ country_code: 'FR' }, { ipVersion: 4 });
    const own = look({ file: fileOf('four.mmdb', bytes) });
    expect(own.countryOf('133.242.0.3')).toBe('FR');
    expect(own.countryOf('2001:240::1')).toBeUndefined();
  });

  it.each([
    ['is not there', null, 'can be read'],
    ['is empty', Buffer.alloc(0), 'MaxMind DB format'],
    ['is a text', Buffer.from('8.8.8.0,8.8.8.255,US\n'.repeat(500)), 'MaxMind DB format'],
    ['was cut off', countryFileOf({ country_code: 'FR' }).subarray(0, 60), 'MaxMind DB format'],
    ['has no countries', countryFileOf({ asn: 'AS2497' }), 'has countries'],
    ['has regions for countries', countryFileOf({ country_code: 'EU' }), 'has countries'],
  ])('is refused when it %s', (_what, bytes, why) => {
    const file = bytes === null ? path.join(folder, 'none') : fileOf('bad.mmdb', bytes);
    const opened = openCountryFile(file);
    expect(opened).toEqual({ ok: false, why: expect.stringContaining(why) });
  });

  it('that goes away after the start is told once, and countries stay unknown', () => {
    const { log, errors } = quietLog();
    const gone = createIpCountry({ file: path.join(folder, 'gone') }, log);
    expect([gone.countryOf('8.8.8.8'), gone.countryOf('8.8.8.8'), gone.data()]).toEqual([
      undefined,
      undefined,
      null,
    ]);
    expect(errors).toHaveLength(1);
  });
});

describe('GEO_DATA=off', () => {
  it('knows no country and reads nothing', () => {
    expect(look('off').countryOf('8.8.8.8')).toBeUndefined();
    expect(look('off').data()).toBeNull();
  });
});
